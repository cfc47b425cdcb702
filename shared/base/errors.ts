import type { errorMessages } from '../messages/errors';

export type ErrorCode = keyof typeof errorMessages;
export type ErrorParams = Record<string, string | number>;

/** What went wrong, to what: the text a person reads comes from `errorMessages[code]`, filled with `params`. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    options?: { cause?: unknown },
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
  }
}
