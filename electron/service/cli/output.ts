import type { ErrorCode, ErrorParams } from '../../../shared/base/errors';
import { errorMessages } from '../../../shared/messages/errors';
import { fillText } from '../../../shared/messages/fill';
import type { Service } from '../open-service';
import type { CommandLine } from './arguments';

/** Exit codes. */
export const done = 0;
export const someFailed = 1;
export const wrongUse = 2;

/** Prints JSON for programs or lines for people. */
export type Print = (json: unknown, text: () => string) => void;

export interface Run {
  readonly service: Service;
  readonly line: CommandLine;
  readonly print: Print;
  /** The password of a server's address; null when nobody can say it. */
  readonly password: (place: string) => Promise<string | null>;
  /** Resolves when somebody stops the command. */
  readonly untilStopped: () => Promise<void>;
  /** Calls when the status of a space changes. */
  readonly onSpaces: (listener: () => void) => void;
}

/** Does one command; gives the exit code. */
export type Runner = (run: Run) => Promise<number>;

export function messageOf(code: ErrorCode, params: ErrorParams): string {
  return fillText(errorMessages[code].nl, params);
}
