import type { BlobHash } from '../../../shared/base/ids';
import { sha256 } from '../../library/hash';
import type { ImportReport } from '../../../shared/model/views';
import type { Parts } from '../service';
import { storeDocuments } from './store-documents';

const titleLength = 80;

/** Keeps pasted text as a file of its own: its first line is the name, its bytes are what was pasted. */
export async function importText(parts: Parts, text: string, html: boolean): Promise<ImportReport> {
  const bytes = new TextEncoder().encode(text);
  const name = `${firstLine(html ? text.replace(/<[^>]*>/g, ' ') : text)}${html ? '.html' : '.md'}`;
  const report = { imported: [], known: [], failed: [] };
  const prepared = await parts.extractor.extract(bytes, name);
  const document = { kind: 'document' as const, path: name, name, bytes, hash: sha256(bytes) as BlobHash, prepared };
  await storeDocuments(parts, 'document', [document], report, { label: 'import:1' });
  return { ...report, cancelled: false };
}

function firstLine(text: string): string {
  const line =
    text
      .split('\n')
      .map((each) =>
        each
          .replace(/^[#>*\s-]+/, '')
          .replace(/[\\/:*?"<>|]/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .find((each) => each !== '') ?? '';
  return line.slice(0, titleLength).trim() || 'Geplakte tekst';
}
