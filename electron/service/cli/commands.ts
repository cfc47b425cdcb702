import type { OptionName } from './options';

export interface Command {
  /** How many values it takes. */
  readonly least: number;
  readonly most: number;
  readonly options?: readonly OptionName[];
  readonly usage: string;
  readonly help: string;
}

/** The commands, what they take, and what their help says. */
export const commands = {
  import: {
    least: 1,
    most: Infinity,
    options: ['as'],
    usage: 'import PATH…  [--as TYPE]',
    help: 'Adds files and folders. --as gives them a type (study, draft, …; document when left out). A CSV file becomes a record a row.',
  },
  'import-table': {
    least: 1,
    most: 1,
    options: ['as', 'sheet', 'map', 'partial'],
    usage: 'import-table FILE  [--as TYPE] [--sheet NAME] [--map COLUMN=FIELD…] [--partial]',
    help: 'Makes a record of every row of a CSV or XLSX file (projects when --as is left out). Columns go by their names; --map says otherwise. Rows in which something does not fit stay out and are named; --partial takes the rest of them in.',
  },
  search: {
    least: 1,
    most: Infinity,
    options: ['limit'],
    usage: 'search QUERY  [--limit N]',
    help: 'Finds items, best first. The same search language as in the window.',
  },
  list: {
    least: 0,
    most: 0,
    options: ['limit', 'space'],
    usage: 'list  [--space SPACE] [--limit N]',
    help: 'Lists the items that changed last.',
  },
  show: { least: 1, most: 1, usage: 'show ID', help: 'Shows an item: its fields, relations and file.' },
  text: { least: 1, most: 1, usage: 'text ID', help: "Prints the text of an item's file, page by page." },
  add: {
    least: 1,
    most: 1,
    options: ['set', 'space', 'despite'],
    usage: 'add TYPE --set FIELD=VALUE…  [--space SPACE] [--despite REASON]',
    help: 'Makes an item. A field that holds several values, such as tags, takes --set more than once.',
  },
  edit: {
    least: 1,
    most: 1,
    options: ['set', 'remove', 'despite'],
    usage: 'edit ID --set FIELD=VALUE…  [--remove FIELD=VALUE…] [--despite REASON]',
    help: 'Changes fields. An empty value clears one; --remove takes a value out of a field that holds several.',
  },
  bin: { least: 1, most: Infinity, usage: 'bin ID…', help: 'Puts items in the bin.' },
  restore: { least: 1, most: Infinity, usage: 'restore ID…', help: 'Takes items out of the bin.' },
  'space create': {
    least: 1,
    most: 1,
    options: ['at', 'user', 'closed', 'owner'],
    usage: 'space create NAME  [--at PLACE] [--user NAME] [--closed] [--owner TEXT]',
    help: 'Makes a space, shared in an empty folder. Without --at it is only here until it is moved to a folder. --closed: encrypted, for members only; who has the folder can read its name and --owner, whom to ask for access.',
  },
  'space open': {
    least: 1,
    most: 1,
    options: ['user'],
    usage: 'space open PLACE  [--user NAME]',
    help: 'Joins the space in a shared folder.',
  },
  'space list': { least: 0, most: 0, usage: 'space list', help: 'Shows the spaces and how sharing goes.' },
  'space leave': {
    least: 1,
    most: 1,
    usage: 'space leave SPACE',
    help: 'Stops taking part. The shared folder stays as it is; the copy here is set aside.',
  },
  'space resume': {
    least: 1,
    most: 1,
    usage: 'space resume SPACE',
    help: 'Goes on with sharing that was paused.',
  },
  'space move': {
    least: 2,
    most: 2,
    options: ['user'],
    usage: 'space move SPACE PLACE  [--user NAME]',
    help: 'From now on the shared folder is somewhere else.',
  },
  'access show': {
    least: 1,
    most: 1,
    usage: 'access show SPACE',
    help: 'Shows a closed space as one stands before it: its owner and cards, your role, and what you asked.',
  },
  'access ask': {
    least: 1,
    most: 1,
    options: ['role', 'reason', 'invitation'],
    usage: 'access ask SPACE  [--role ROLE] [--reason TEXT] [--invitation LINK]',
    help: 'Asks a coordinator of a closed space for access: read (when left out), annotate, edit or coordinate. Prints eight words to read out when they call.',
  },
  'access invite': {
    least: 2,
    most: 2,
    options: ['role'],
    usage: 'access invite SPACE WHOM  [--role ROLE]',
    help: 'Prints a link for one person: whoever asks with it is known without comparing words. Send it to nobody else.',
  },
  'access requests': {
    least: 1,
    most: 1,
    usage: 'access requests SPACE',
    help: 'Lists who asks for access, with the words to compare by telephone.',
  },
  'access grant': {
    least: 2,
    most: 2,
    options: ['role', 'until', 'reason'],
    usage: 'access grant SPACE DEVICE  [--role ROLE] [--until DATE] [--reason TEXT]',
    help: 'Lets in who asked. Compare the words first.',
  },
  'access grant-device': {
    least: 3,
    most: 3,
    usage: 'access grant-device SPACE DEVICE MEMBER',
    help: 'Whoever asked is a member already, with another device: this one gets the same rights. Compare the words first.',
  },
  'access decline': {
    least: 2,
    most: 2,
    options: ['reason'],
    usage: 'access decline SPACE DEVICE  [--reason TEXT]',
    help: 'Declines a request; who asked gets to read the reason.',
  },
  'access members': {
    least: 1,
    most: 1,
    usage: 'access members SPACE',
    help: 'Lists who may do what, and until when.',
  },
  'access change': {
    least: 2,
    most: 2,
    options: ['role', 'until', 'reason'],
    usage: 'access change SPACE MEMBER --role ROLE  [--until DATE] [--reason TEXT]',
    help: 'Gives a member another role or end date. Role none takes access away: what is written from then on is under a new key.',
  },
  'access aside': {
    least: 1,
    most: 1,
    usage: 'access aside SPACE',
    help: 'Lists what was written without the right to it, and does not count.',
  },
  'access accept': {
    least: 2,
    most: 101,
    options: ['reason'],
    usage: 'access accept SPACE REVISION…  [--reason TEXT]',
    help: 'Lets what was set aside count after all.',
  },
  'access log': { least: 1, most: 1, usage: 'access log SPACE', help: 'Prints who gave whom access, newest first.' },
  'access show-card': {
    least: 2,
    most: 2,
    usage: 'access show-card SPACE ID',
    help: 'Shows title and owner of an item to everybody who has the folder.',
  },
  'access hide-card': {
    least: 2,
    most: 2,
    usage: 'access hide-card SPACE CARD',
    help: 'Takes a card away again, by its id in show-card.',
  },
  'access drop': {
    least: 2,
    most: 2,
    options: ['reason'],
    usage: 'access drop SPACE DEVICE  [--reason TEXT]',
    help: 'A lost device speaks for its member no more, and reads nothing that is written from then on.',
  },
  'recovery sheet': {
    least: 0,
    most: 0,
    usage: 'recovery sheet',
    help: 'Makes a recovery sheet and prints its words, and where the spaces are. An earlier sheet counts no more. Write it down: it is kept nowhere.',
  },
  'recovery restore': {
    least: 2,
    most: 2,
    options: ['user'],
    usage: 'recovery restore PLACE FILE  [--user NAME]',
    help: 'Opens the space at a place as who the sheet is of, whose words are in a file.',
  },
  'publish-to': {
    least: 2,
    most: Infinity,
    options: ['move', 'despite'],
    usage: 'publish-to SPACE ID…  [--move] [--despite REASON]',
    help: 'Copies items to a space, with a link to where they came from. --move puts the originals in the bin. Stops when the guard finds data of persons.',
  },
  sync: {
    least: 0,
    most: 0,
    options: ['once', 'watch'],
    usage: 'sync  [--once | --watch]',
    help: 'Brings all shared spaces in step: once, or with --watch until it is stopped.',
  },
  conflicts: {
    least: 0,
    most: 0,
    usage: 'conflicts',
    help: 'Lists what was changed differently at the same time, with every version and who wrote it.',
  },
  resolve: {
    least: 2,
    most: 2,
    options: ['take', 'value'],
    usage: 'resolve ID FIELD (--take N | --value TEXT)',
    help: 'Ends a conflict: takes a version by its number in `conflicts`, or something new.',
  },
  'bundle make': {
    least: 2,
    most: 2,
    options: ['all', 'despite'],
    usage: 'bundle make SPACE FILE  [--all] [--despite REASON]',
    help: 'Writes a file for a stick or a mail with what the others lack, or with everything. Stops when the guard finds data of persons.',
  },
  'bundle open': {
    least: 1,
    most: 1,
    usage: 'bundle open FILE',
    help: 'Takes in such a file. Doing it twice changes nothing.',
  },
  'package make': {
    least: 1,
    most: 10_000,
    options: ['for', 'until', 'password-file', 'out', 'text-only', 'despite'],
    usage:
      'package make ID… --for NAME --until DATE --out FILE  [--password-file FILE] [--text-only] [--despite REASON]',
    help: 'Writes items as one encrypted page that any browser reads without a network, for somebody who does not have Raakvlak. The password is the first line of --password-file, or RAAKVLAK_PASSWORD, or asked; it is not in the page. --text-only leaves PDFs out. What comes from a closed space is in its log.',
  },
  guard: {
    least: 0,
    most: Infinity,
    usage: 'guard  [PATH…]',
    help: 'Looks for data of persons in files, or in all of the library. --despite REASON shares all the same, and is kept; never a table of persons.',
  },
  state: {
    least: 0,
    most: 0,
    usage: 'state',
    help: 'Prints for each space one hash over the state of all its items, equal where the same is held.',
  },
  log: { least: 0, most: 0, options: ['limit'], usage: 'log  [--limit N]', help: 'Shows what sharing did last.' },
  'backup list': { least: 0, most: 0, usage: 'backup list', help: 'Lists the snapshots.' },
  'backup make': { least: 0, most: 0, usage: 'backup make', help: 'Makes a snapshot now.' },
  'backup prove': {
    least: 0,
    most: 1,
    usage: 'backup prove  [NAME]',
    help: 'Restores a snapshot, the newest when left out, in a scratch folder and reads all of it.',
  },
  'backup restore': {
    least: 1,
    most: 2,
    usage: 'backup restore FOLDER  [NAME]',
    help: 'Puts a snapshot as a library of its own in an empty folder.',
  },
  export: {
    least: 1,
    most: Infinity,
    options: ['format'],
    usage: 'export FILE  [ID…] [--format FORMAT]',
    help: 'Writes all items with all their revisions to one JSON file. With --format csv, xlsx, json, ris, bibtex, csl-json, markdown (an empty folder) or skos (terms): the items as they are now, those named or all, for other programs.',
  },
  publish: {
    least: 2,
    most: 2,
    options: ['despite'],
    usage: 'publish FOLDER SPACE  [--despite REASON]',
    help: 'Makes a website of an open space, in an empty folder or over the one made before. It needs no server. Files, drafts that are not published and people who did not agree stay out.',
  },
  verify: {
    least: 0,
    most: 0,
    usage: 'verify',
    help: 'Checks every hash and signature, mends from and to shared folders, and says what is missing and who has it.',
  },
  rebuild: { least: 0, most: 0, usage: 'rebuild', help: 'Makes the search index again.' },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

export function helpText(command: CommandName | null): string {
  const shared = [
    '  --library DIR   the library; the one of the settings when left out',
    '  --json          machine-readable output',
    '  --help          this help',
  ];
  if (command !== null)
    return [`Usage: raakvlak ${commands[command].usage}`, '', commands[command].help, '', ...shared].join('\n');
  const rows = Object.values(commands).flatMap(({ usage, help }) => [`  ${usage}`, `      ${help}`]);
  return [
    'Usage: raakvlak COMMAND [--library DIR] [--json]',
    '',
    ...rows,
    '',
    ...shared,
    '',
    'PLACE is a folder or the https address of one; SPACE the name or id of a space. The password of an address is read from',
    'RAAKVLAK_PASSWORD, from the first line of the file that RAAKVLAK_PASSWORD_FILE names, or asked when there is a terminal.',
    '',
    'Exit code: 0 done, 1 some failed, 2 wrong use.',
  ].join('\n');
}
