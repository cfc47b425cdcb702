import { z } from 'zod';
import { wholePath } from '../base/whole-path';

/** A file or folder of this computer, from its root on: what is relative would depend on where the program was started. */
export const filePath = z.string().max(4_000).regex(wholePath);
