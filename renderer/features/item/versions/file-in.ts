import { fileRefSchema, type FileRef } from '../../../../shared/model/file-ref';

/** The file that a value names; null when it names none. */
export function fileIn(value: unknown): FileRef | null {
  const file = fileRefSchema.safeParse(value);
  return file.success ? file.data : null;
}
