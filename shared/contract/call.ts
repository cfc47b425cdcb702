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
  <Input extends z.ZodType>(input: Input): Call<Input, Output, 'shell'> => ({ input, side: 'shell' });
export const library =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<Input, Output, 'library'> => ({ input, side: 'library' });
