import { parseArgs } from 'node:util';
import { itemExportFormats, type ItemExportFormat } from '../../../shared/model/export';
import { commands, type Command, type CommandName } from './commands';
import { commandOptions, type FieldText, type OptionName, type Options } from './options';

export interface CommandLine {
  readonly command: CommandName;
  readonly values: readonly string[];
  readonly library: string | null;
  readonly json: boolean;
  readonly options: Options;
}

export type Parsed =
  | { readonly kind: 'run'; readonly line: CommandLine }
  | { readonly kind: 'help'; readonly command: CommandName | null }
  | { readonly kind: 'wrong'; readonly reason: string };

const config = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  ...commandOptions,
} as const;
type Given = ReturnType<typeof parseArgs<{ options: typeof config; allowPositionals: true }>>['values'];

/** Thrown on wrong use; what it says is shown. */
class WrongUse extends Error {}

/** Reads `raakvlak COMMAND [VALUE …] [--library DIR] [--json] …`. Anything unknown is wrong use, never guessed. */
export function readArguments(args: readonly string[]): Parsed {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: config, allowPositionals: true });
    const { command, rest } = commandIn(positionals);
    if (values.help === true || positionals.length === 0 || positionals[0] === 'help') return { kind: 'help', command };
    if (command === null) throw new WrongUse(`unknown command: ${positionals.slice(0, 2).join(' ')}`);
    check(command, rest, values);
    const { library = null, json = false } = values;
    return { kind: 'run', line: { command, values: rest, library, json, options: optionsOf(command, values) } };
  } catch (error) {
    return { kind: 'wrong', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** A command is one word or two. */
function commandIn(words: readonly string[]): { command: CommandName | null; rest: readonly string[] } {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    if (words.length >= length && Object.hasOwn(commands, name))
      return { command: name as CommandName, rest: words.slice(length) };
  }
  return { command: null, rest: [] };
}

function check(name: CommandName, values: readonly string[], given: Given): void {
  const { least, most, options = [] }: Command = commands[name];
  if (values.length < least || values.length > most) throw new WrongUse(`${name}: wrong number of arguments`);
  for (const option of Object.keys(commandOptions) as OptionName[])
    if (given[option] !== undefined && !options.includes(option)) throw new WrongUse(`${name} takes no --${option}`);
  if (given.once === true && given.watch === true) throw new WrongUse('--once and --watch exclude each other');
  if (name === 'resolve' && (given.take === undefined) === (given.value === undefined))
    throw new WrongUse('resolve takes either --take or --value');
  if (name === 'package make' && (given.for === undefined || given.until === undefined || given.out === undefined))
    throw new WrongUse('package make takes --for, --until and --out');
  if (name === 'export' && values.length > 1 && given.format === undefined)
    throw new WrongUse('export of some items takes --format');
  if ((name === 'add' || name === 'edit') && given.set === undefined && given.remove === undefined)
    throw new WrongUse(`${name} takes at least one --set FIELD=VALUE`);
}

function optionsOf(command: CommandName, given: Given): Options {
  return {
    limit: wholeNumber('limit', given.limit, 1, command === 'log' ? 10_000 : 500) ?? 20,
    as: given.as ?? null,
    set: (given.set ?? []).map(fieldText),
    remove: (given.remove ?? []).map(fieldText),
    space: given.space ?? null,
    at: given.at ?? null,
    user: given.user ?? null,
    closed: given.closed === true,
    owner: given.owner ?? null,
    role: given.role ?? null,
    until: given.until ?? null,
    reason: given.reason ?? null,
    invitation: given.invitation ?? null,
    move: given.move === true,
    watch: given.watch === true,
    take: wholeNumber('take', given.take, 1, 1_000),
    value: given.value ?? null,
    all: given.all === true,
    despite: given.despite ?? null,
    format: formatOf(given.format),
    sheet: given.sheet ?? null,
    map: (given.map ?? []).map(fieldText),
    partial: given.partial === true,
    for: given.for ?? null,
    passwordFile: given['password-file'] ?? null,
    out: given.out ?? null,
    textOnly: given['text-only'] === true,
  };
}

function formatOf(text: string | undefined): ItemExportFormat | null {
  const format = itemExportFormats.find((each) => each === text);
  if (text !== undefined && format === undefined) throw new WrongUse(`--format takes ${itemExportFormats.join(', ')}`);
  return format ?? null;
}

function wholeNumber(option: OptionName, text: string | undefined, least: number, most: number): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new WrongUse(`--${option} takes a whole number from ${least} to ${most}`);
  return value;
}

function fieldText(text: string): FieldText {
  const at = text.indexOf('=');
  if (at < 1) throw new WrongUse(`FIELD=VALUE expected: ${text}`);
  return { field: text.slice(0, at), text: text.slice(at + 1) };
}
