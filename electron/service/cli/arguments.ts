import { parseArgs } from 'node:util';
import { commands, type CommandName } from './commands';

export interface CommandLine {
  readonly command: CommandName;
  readonly values: readonly string[];
  readonly library: string | null;
  readonly json: boolean;
  readonly limit: number;
  /** The type that imported files get. */
  readonly as: string | null;
}

export type Parsed =
  | { readonly kind: 'run'; readonly line: CommandLine }
  | { readonly kind: 'help'; readonly command: CommandName | null }
  | { readonly kind: 'wrong'; readonly reason: string };

const options = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  limit: { type: 'string' },
  as: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads `raakvlak COMMAND [VALUE …] [--library DIR] [--json] …`. Anything unknown is wrong use, never guessed. */
export function readArguments(args: readonly string[]): Parsed {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [name, ...rest] = positionals;
    const command = name !== undefined && Object.hasOwn(commands, name) ? (name as CommandName) : null;
    if (values.help === true || name === undefined || name === 'help') return { kind: 'help', command };
    if (command === null) return { kind: 'wrong', reason: `unknown command: ${name}` };
    const { least, most } = commands[command];
    if (rest.length < least || rest.length > most)
      return { kind: 'wrong', reason: `${command}: wrong number of arguments` };
    const limit = Number(values.limit ?? '20');
    if (!Number.isInteger(limit) || limit < 1 || limit > 500)
      return { kind: 'wrong', reason: '--limit takes a whole number from 1 to 500' };
    return {
      kind: 'run',
      line: {
        command,
        values: rest,
        library: values.library ?? null,
        json: values.json === true,
        limit,
        as: values.as ?? null,
      },
    };
  } catch (error) {
    return { kind: 'wrong', reason: error instanceof Error ? error.message : String(error) };
  }
}
