import { constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { pdfFile } from './hostile-documents';

/** A file that asks for far more than it brings. */
export interface Bomb {
  readonly title: string;
  readonly name: string;
  /** Node itself writes thousands of lines about it, past its worker: not for every day. */
  readonly loud?: boolean;
  bytes(): Uint8Array;
}

const mebibyte = 1024 * 1024;
const offices = {
  docx: { main: 'word/document.xml', extra: {} },
  xlsx: { main: 'xl/workbook.xml', extra: {} },
  pptx: { main: 'ppt/presentation.xml', extra: {} },
  odt: {
    main: 'content.xml',
    extra: {
      'META-INF/manifest.xml':
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>',
    },
  },
} as const;
type Office = keyof typeof offices;

/** So many mebibytes of one byte, deflated 1032 to 1, without having them in memory: one piece that ends on a byte, again and again. */
function deflatedMebibytes(count: number, byte = 0x20): Buffer {
  const piece = deflateRawSync(Buffer.alloc(mebibyte, byte), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const last = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([...Array.from({ length: count }, () => piece), last]);
}

interface Part {
  readonly name: string;
  /** As it lies in the file: deflated. */
  readonly data: Uint8Array;
  /** What the list of parts says it unpacks to. */
  readonly says: number;
  /** Where it says that it begins, when that is not where it does. */
  readonly at?: number;
}

/** A zip as a hostile program writes it (APPNOTE 6.3). */
function zipOf(parts: readonly Part[]): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, data, says, at } of parts) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(says, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name)]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at ?? offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, tail, Buffer.from(name)]));
    if (at === undefined) {
      local.push(head, Buffer.from(data));
      offset += head.length + data.length;
    }
  }
  const entries = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, entries, Buffer.from('PK\x05\x06'), end]);
}

function officeOf(kind: Office, main: Uint8Array, says: number, more: readonly Part[] = []): Buffer {
  const plain = (name: string, text: string): Part => ({
    name,
    data: deflateRawSync(text),
    says: Buffer.byteLength(text),
  });
  const { main: path, extra } = offices[kind];
  const start = kind === 'odt' ? [] : [plain('[Content_Types].xml', '<Types/>')];
  const others = Object.entries(extra).map(([name, text]) => plain(name, text));
  return zipOf([...start, ...others, { name: path, data: main, says }, ...more]);
}

function officeWith(kind: Office, xml: string): Uint8Array {
  return officeOf(kind, deflateRawSync(xml), Buffer.byteLength(xml));
}

const entities = (levels: number, times: number): string =>
  `<!DOCTYPE x [<!ENTITY e0 "lol">${Array.from({ length: levels }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(times)}">`).join('')}]>`;

function officeBombs(kind: Office, scale: number): readonly Bomb[] {
  const name = `bom.${kind}`;
  const { main } = offices[kind];
  const large = 300 + scale * 40;
  return [
    {
      title: `${kind}: ${large} MB of spaces, 1032 to 1`,
      name,
      bytes: () => officeOf(kind, deflatedMebibytes(large), large * mebibyte),
    },
    {
      title: `${kind}: the same, that says to be 1,000 bytes`,
      name,
      bytes: () => officeOf(kind, deflatedMebibytes(large), 1_000),
    },
    {
      title: `${kind}: the same, that says to be 4 GB`,
      name,
      bytes: () => officeOf(kind, deflatedMebibytes(large), 0xffffffff),
    },
    {
      title: `${kind}: 2,000 parts that are all one and the same`,
      name,
      bytes: () => {
        const data = deflatedMebibytes(20);
        const again = Array.from({ length: 2_000 }, (_, i): Part => ({
          name: `${main}${i}`,
          data,
          says: 20 * mebibyte,
          at: 0,
        }));
        return officeOf(kind, data, 20 * mebibyte, again);
      },
    },
    {
      title: `${kind}: entities of ${8 + scale} levels`,
      name,
      bytes: () => officeWith(kind, `${entities(8 + scale, 10)}<x>&e${8 + scale};</x>`),
    },
    {
      title: `${kind}: one large entity, 100,000 times`,
      name,
      bytes: () =>
        officeWith(kind, `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50_000)}">]><x>${'&a;'.repeat(100_000)}</x>`),
    },
    {
      title: `${kind}: an entity from a file`,
      name,
      bytes: () => officeWith(kind, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///dev/zero">]><x>&a;</x>'),
    },
    { title: `${kind}: elements nested a million deep`, name, bytes: () => officeWith(kind, '<a>'.repeat(1_000_000)) },
    {
      title: `${kind}: an attribute of 20 MB`,
      name,
      bytes: () => officeWith(kind, `<a b="${'c'.repeat(20 * mebibyte)}"/>`),
    },
    {
      title: `${kind}: 100,000 attributes`,
      name,
      bytes: () => officeWith(kind, `<a ${Array.from({ length: 100_000 }, (_, i) => `b${i}="c"`).join(' ')}/>`),
    },
  ];
}

function zipInZip(depth: number): Uint8Array {
  let inner: Uint8Array = zipSync({ 'word/document.xml': new Uint8Array(mebibyte) });
  for (let i = 0; i < depth; i += 1)
    inner = zipSync(Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`word/${n}.docx`, inner])), { level: 1 });
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': inner });
}

const stream = (entries: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);
const zlibOf = (raw: Uint8Array): Buffer => Buffer.concat([Buffer.from([0x78, 0x9c]), raw]);
const page =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> /Font << /F 6 0 R >> >> >>';
const pdf = (
  content: Uint8Array,
  more: readonly (string | Uint8Array)[] = [],
  pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
): Buffer => pdfFile(['<< /Type /Catalog /Pages 2 0 R >>', pages, page, content, ...more]);

function pdfBombs(scale: number): readonly Bomb[] {
  const large = 400 + scale * 50;
  const name = 'bom.pdf';
  return [
    {
      title: `PDF: a page of ${large} MB of spaces`,
      name,
      bytes: () => pdf(stream('/Filter /FlateDecode', zlibOf(deflatedMebibytes(large)))),
    },
    {
      title: 'PDF: a page that is deflated three times',
      name,
      bytes: () =>
        pdf(
          stream(
            '/Filter [/FlateDecode /FlateDecode /FlateDecode]',
            deflateSync(deflateSync(zlibOf(deflatedMebibytes(large)))),
          ),
        ),
    },
    {
      title: 'PDF: objects in a stream that unpacks to much',
      name,
      bytes: () =>
        pdf(stream('/Type /ObjStm /N 100000 /First 10 /Filter /FlateDecode', zlibOf(deflatedMebibytes(large, 0x31)))),
    },
    {
      title: 'PDF: a form that draws itself',
      loud: true,
      name,
      bytes: () =>
        pdf(stream('', Buffer.from('/X Do')), [
          stream(
            '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
            Buffer.from('/X Do /X Do'),
          ),
        ]),
    },
    {
      title: 'PDF: a form that draws another ten times, and so on',
      name,
      bytes: () =>
        pdf(stream('', Buffer.from('/X Do')), [
          ...Array.from({ length: 12 }, (_, i) =>
            stream(
              `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${6 + i} 0 R >> >>`,
              Buffer.from('/X Do '.repeat(10)),
            ),
          ),
        ]),
    },
    {
      title: 'PDF: pages that are their own parents',
      name,
      bytes: () => pdf(stream('', Buffer.alloc(0)), [], '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>'),
    },
    {
      title: 'PDF: a page tree nested in itself ten wide',
      name,
      bytes: () =>
        pdf(stream('', Buffer.alloc(0)), [], `<< /Type /Pages /Kids [${'2 0 R '.repeat(10)}] /Count 1000000 >>`),
    },
    {
      title: 'PDF: 100,000 pages',
      name,
      bytes: () =>
        pdf(
          stream('', Buffer.from('BT /F 12 Tf (a) Tj ET')),
          [],
          `<< /Type /Pages /Kids [${'3 0 R '.repeat(100_000)}] /Count 100000 >>`,
        ),
    },
    {
      title: 'PDF: that says to have 2,000,000,000 pages',
      name,
      bytes: () => pdf(stream('', Buffer.alloc(0)), [], '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>'),
    },
    { title: 'PDF: lists nested a million deep', name, bytes: () => pdf(Buffer.from('['.repeat(1_000_000))) },
    { title: 'PDF: dictionaries nested 200,000 deep', name, bytes: () => pdf(Buffer.from('<< /A '.repeat(200_000))) },
    {
      title: 'PDF: lists nested a million deep on a page',
      name,
      bytes: () => pdf(stream('/Filter /FlateDecode', deflateSync('['.repeat(1_000_000)))),
    },
    {
      title: 'PDF: a text of 20 MB in one string',
      name,
      bytes: () =>
        pdf(stream('/Filter /FlateDecode', deflateSync(`BT /F 12 Tf (${'a'.repeat(20 * mebibyte)}) Tj ET`)), [
          'null',
          '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
        ]),
    },
    {
      title: 'PDF: a million pieces of text',
      name,
      bytes: () =>
        pdf(stream('/Filter /FlateDecode', deflateSync(`BT /F 12 Tf ${'(a) Tj '.repeat(1_000_000)} ET`)), [
          'null',
          '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
        ]),
    },
    {
      title: 'PDF: a length that is its own',
      name,
      bytes: () => pdf(Buffer.from('<< /Length 4 0 R >>\nstream\nendstream')),
    },
    {
      title: 'PDF: tables of places that name each other',
      name,
      bytes: () =>
        Buffer.from(
          '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 9 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF',
        ),
    },
  ];
}

const textBombs = (scale: number): readonly Bomb[] => {
  const lineBytes = (28 + Math.min(scale, 3)) * mebibyte;
  const deep = 1_000_000;
  const text = (title: string, name: string, bytes: () => string | Uint8Array): Bomb => ({
    title,
    name,
    bytes: () => Buffer.from(bytes() as string),
  });
  return [
    text('text: one line of as much as a text may be', 'bom.txt', () => Buffer.alloc(lineBytes, 'a')),
    text('text: more than a text may be', 'bom.txt', () => Buffer.alloc(33 * mebibyte, 'a ')),
    text('Markdown: one line of as much as a text may be', 'bom.md', () => Buffer.alloc(lineBytes, 'a')),
    text('Markdown: quotes nested a million deep', 'bom.md', () => '> '.repeat(deep)),
    text('Markdown: lists nested a million deep', 'bom.md', () => '- '.repeat(deep)),
    text('Markdown: a million open brackets', 'bom.md', () => '['.repeat(deep)),
    text('Markdown: a million stars and lines', 'bom.md', () => '*_'.repeat(deep / 2)),
    text('Markdown: half a million backticks', 'bom.md', () =>
      Array.from({ length: 1_000 }, (_, i) => '`'.repeat(i)).join(' '),
    ),
    text(
      'Markdown: a table of 50,000 columns',
      'bom.md',
      () => `${'|a'.repeat(50_000)}|\n${'|-'.repeat(50_000)}|\n${'|b'.repeat(50_000)}|`,
    ),
    text('HTML: elements nested a million deep', 'bom.html', () => `<html>${'<div>'.repeat(deep)}`),
    text('HTML: a million open comments', 'bom.html', () => `<html>${'<!--'.repeat(deep)}`),
    text('HTML: a million open attributes', 'bom.html', () => `<html><a ${'b="'.repeat(deep)}`),
    text('HTML: a million entities without an end', 'bom.html', () => `<html>${'&amp'.repeat(deep)}`),
    text('HTML: tables nested 200,000 deep', 'bom.html', () => `<html>${'<table><tr><td>'.repeat(200_000)}`),
    text('RTF: groups nested a million deep', 'bom.rtf', () => `{\\rtf1 ${'{'.repeat(deep)}`),
    text('RTF: a million words of control', 'bom.rtf', () => `{\\rtf1 ${'\\b\\u8364?'.repeat(deep)}}`),
    text('RTF: a picture of 25 MB in digits', 'bom.rtf', () => `{\\rtf1 {\\pict ${'ab'.repeat(12 * mebibyte)}}}`),
    text('gzip under the name of a Word file', 'bom.docx', () => gzipSync(Buffer.alloc(50 * mebibyte))),
  ];
};

/** About `count` of them, each kind in turn, later rounds larger. */
export function bombs(count: number): readonly Bomb[] {
  const made: Bomb[] = [];
  for (let scale = 0; made.length < count; scale += 1)
    made.push(
      ...textBombs(scale),
      ...pdfBombs(scale),
      { title: `zips in zips, ${2 + (scale % 3)} deep`, name: 'bom.docx', bytes: () => zipInZip(2 + (scale % 3)) },
      ...(['odt', 'docx', 'xlsx', 'pptx'] as const).flatMap((kind) => officeBombs(kind, scale)),
    );
  return made.slice(0, count);
}
