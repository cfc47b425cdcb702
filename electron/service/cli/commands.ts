/** The commands with how many values they take, and what their help says. */
export const commands = {
  import: {
    least: 1,
    most: Infinity,
    usage: 'import PATH…  [--as TYPE]',
    help: 'Adds files and folders. --as gives them a type (study, draft, …; document when left out). A CSV file becomes a record a row.',
  },
  search: {
    least: 1,
    most: Infinity,
    usage: 'search QUERY  [--limit N]',
    help: 'Finds items, best first. The same search language as in the window.',
  },
  list: { least: 0, most: 0, usage: 'list  [--limit N]', help: 'Lists the items that changed last.' },
  show: { least: 1, most: 1, usage: 'show ID', help: 'Shows an item: its fields, relations and file.' },
  text: { least: 1, most: 1, usage: 'text ID', help: "Prints the text of an item's file, page by page." },
  export: {
    least: 1,
    most: 1,
    usage: 'export FILE',
    help: 'Writes all items with all their revisions to one JSON file.',
  },
  verify: { least: 0, most: 0, usage: 'verify', help: 'Checks every hash and signature.' },
  rebuild: { least: 0, most: 0, usage: 'rebuild', help: 'Makes the search index again.' },
} as const;

export type CommandName = keyof typeof commands;

export function helpText(command: CommandName | null): string {
  const shared = [
    '  --library DIR   the library; the one of the settings when left out',
    '  --json          machine-readable output',
    '  --help          this help',
  ];
  if (command !== null)
    return [`Usage: raakvlak ${commands[command].usage}`, '', commands[command].help, '', ...shared].join('\n');
  const rows = Object.values(commands).map(({ usage, help }) => `  ${usage.padEnd(30)} ${help}`);
  return [
    'Usage: raakvlak COMMAND [--library DIR] [--json]',
    '',
    ...rows,
    '',
    ...shared,
    '',
    'Exit code: 0 done, 1 some failed, 2 wrong use.',
  ].join('\n');
}
