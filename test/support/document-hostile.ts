import { unzipSync, zipSync, type Zippable } from 'fflate';
import { fixture } from './document-fixtures';

const encoder = new TextEncoder();
const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** `rapport.docx` with its body, or other parts, replaced. */
export function docxWith(parts: Record<string, string | Uint8Array>): Uint8Array {
  const entries = Object.entries(parts).map(([name, part]) => [
    name,
    typeof part === 'string' ? encoder.encode(part) : part,
  ]);
  return zipSync({ ...unzipSync(fixture('rapport.docx')), ...(Object.fromEntries(entries) as Zippable) });
}

export function docxWithBody(body: string, before = ''): Uint8Array {
  return docxWith({
    'word/document.xml': `<?xml version="1.0"?>${before}<w:document ${wordNamespace}><w:body>${body}</w:body></w:document>`,
  });
}

export function wordParagraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** Less than 1 MB that unpacks to 210 MB. */
export function zipBomb(): Uint8Array {
  return zipSync(
    { '[Content_Types].xml': encoder.encode('<Types/>'), 'word/document.xml': new Uint8Array(210 * 1024 * 1024) },
    { level: 1 },
  );
}

/** The sizes in its list of parts say 1,000 bytes; the part has 20 MB. */
export function lyingZipBomb(): Uint8Array {
  const zip = zipSync({
    '[Content_Types].xml': encoder.encode('<Types/>'),
    'word/document.xml': new Uint8Array(20 * 1024 * 1024).fill(32),
  });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at < zip.length - 46; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000)
      view.setUint32(at + 24, 1_000, true);
  }
  return zip;
}

/** Ten entities, each ten times the one before: 10^10 times `lol` for whoever expands them. */
export function xmlBomb(): Uint8Array {
  const entities = Array.from({ length: 10 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
  return docxWithBody(wordParagraph('&e10;'), `<!DOCTYPE bomb [<!ENTITY e0 "lol">${entities}]>`);
}

/** An Office document with a password: the old container with one stream of a known name. */
export function encryptedOffice(): Uint8Array {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(480),
  ]);
}

export function encryptedOdt(): Uint8Array {
  const manifest =
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  return zipSync({
    mimetype: encoder.encode('application/vnd.oasis.opendocument.text'),
    'META-INF/manifest.xml': encoder.encode(manifest),
    'content.xml': new Uint8Array(100),
  });
}
