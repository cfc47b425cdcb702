import type { z } from 'zod';

/** A request the window may make: `input` is checked on the trusted side, `Output` is what the answer holds. */
export interface Call<Input extends z.ZodType, Output, Side extends 'shell' | 'library' = 'shell' | 'library'> {
  readonly input: Input;
  /** Who answers: the Electron shell, or the library process behind it. */
  readonly side: Side;
  readonly output?: Output;
}

export const shell =
  <Output>() =>
  <Input extends z.ZodType>(input: () => Input): Call<Input, Output, 'shell'> =>
    callOf('shell', input);
export const library =
  <Output>() =>
  <Input extends z.ZodType>(input: () => Input): Call<Input, Output, 'library'> =>
    callOf('library', input);

/** The check of a call is made when it is asked for: a start needs few of them, and making all takes longer than opening a library. */
function callOf<Input extends z.ZodType, Side>(side: Side, make: () => Input): { input: Input; side: Side } {
  let made: Input | undefined;
  return {
    side,
    get input() {
      return (made ??= make());
    },
  };
}
