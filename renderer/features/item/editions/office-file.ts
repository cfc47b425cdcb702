import type { FileRef } from '../../../../shared/model/file-ref';

/** A file that people change in another program, so that it has versions. */
export function isOfficeFile(file: Pick<FileRef, 'name'> | null): boolean {
  return file !== null && /\.(docx?|odt|xlsx?|ods|pptx?|odp|rtf|md|txt)$/i.test(file.name);
}
