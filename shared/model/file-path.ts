import { z } from 'zod';

/**
 * A file or folder of this computer, from its root on: what is relative would depend on where the program was started. No system has a name with a zero in it.
 */
export const filePath = z
  .string()
  .max(4_000)
  .regex(/^(?:\/|[A-Za-z]:[\\/]|\\\\)[^\0]*$/);
