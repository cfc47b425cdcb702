import type { FileRef } from '../../shared/model/file-ref';
import type { FileTextStatus } from '../../shared/model/views';

export type ViewerKind = 'pdf' | 'markdown' | 'html' | 'text';

const byKind: Readonly<Record<string, ViewerKind>> = {
  pdf: 'pdf',
  markdown: 'markdown',
  docx: 'html',
  odt: 'html',
  html: 'html',
};
const byMediaType: Readonly<Record<string, ViewerKind>> = {
  'application/pdf': 'pdf',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'html',
  'application/vnd.oasis.opendocument.text': 'html',
};

/** The viewer for a file: by what reading it showed it to be, else by the media type it came with. */
export function viewerFor(file: FileRef, fileText: FileTextStatus | null): ViewerKind {
  const kind = fileText?.kind ?? null;
  if (kind !== null) return byKind[kind] ?? 'text';
  return byMediaType[file.mediaType.split(';')[0]?.trim().toLowerCase() ?? ''] ?? 'text';
}
