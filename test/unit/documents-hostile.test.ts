import { describe, expect, it } from 'vitest';
import { zipSync } from 'fflate';
import { AppError } from '../../shared/base/errors';
import { errorMessages } from '../../shared/messages/errors';
import { extractDocument } from '../../electron/documents/extract';
import { documentHtml } from '../../electron/documents/html';
import { documentLimits } from '../../electron/documents/limits';
import {
  docxWith,
  docxWithBody,
  encryptedOdt,
  encryptedOffice,
  lyingZipBomb,
  wordParagraph,
  xmlBomb,
  zipBomb,
} from '../support/document-hostile';
import { fixture } from '../support/document-fixtures';

const timeLimitMs = 5_000;
const half = (name: string): Uint8Array => fixture(name).slice(0, fixture(name).length / 2);
const damaged = (name: string): Uint8Array =>
  fixture(name).map((byte, i) => (i > 60 && i % 3 === 0 && i < fixture(name).length - 2_000 ? byte ^ 0x5a : byte));

async function codeOf(bytes: Uint8Array, name: string): Promise<string> {
  const result: unknown = await extractDocument(bytes, name).catch((error: unknown) => error);
  if (!(result instanceof AppError)) return 'read';
  expect(result.params['name']).toBe(name);
  expect(errorMessages[result.code].nl).toContain('{name}');
  return result.code;
}

describe('every hostile document gets its own message, soon', () => {
  const nested = (depth: number): Uint8Array =>
    docxWithBody('<w:sdt>'.repeat(depth) + wordParagraph('diep') + '</w:sdt>'.repeat(depth));
  const cases: [string, () => Uint8Array, string, string][] = [
    ['zero bytes', () => new Uint8Array(), 'leeg.pdf', 'document-empty'],
    ['a PDF with a password', () => fixture('versleuteld.pdf'), 'a.pdf', 'pdf-encrypted'],
    ['half a PDF', () => half('rapport.pdf'), 'a.pdf', 'pdf-truncated'],
    ['a PDF of rubbish', () => Buffer.from(`%PDF-1.7\n${'rommel '.repeat(100)}\n%%EOF`), 'a.pdf', 'pdf-damaged'],
    ['half a DOCX', () => half('rapport.docx'), 'a.docx', 'document-truncated'],
    ['a damaged DOCX', () => damaged('rapport.docx'), 'a.docx', 'document-damaged'],
    [
      'a DOCX without a main part',
      () => zipSync({ '[Content_Types].xml': new Uint8Array(9), 'word/iets.xml': new Uint8Array(9) }),
      'a.docx',
      'document-damaged',
    ],
    ['a DOCX with broken XML', () => docxWithBody('<w:p><w:r>'), 'a.docx', 'document-damaged'],
    ['a zip bomb', zipBomb, 'a.docx', 'zip-bomb'],
    ['a zip bomb that lies about its size', lyingZipBomb, 'a.docx', 'document-damaged'],
    [
      'a zip of 20,000 parts',
      () =>
        zipSync(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`${i}`, new Uint8Array()])), { level: 0 }),
      'a.docx',
      'zip-bomb',
    ],
    ['an XML bomb', xmlBomb, 'a.docx', 'xml-bomb'],
    [
      'XML that names a file outside',
      () => docxWithBody('&x;', '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
      'a.docx',
      'xml-bomb',
    ],
    ['elements nested 100,000 deep', () => nested(100_000), 'a.docx', 'document-too-complex'],
    ['a DOCX with a password', encryptedOffice, 'a.docx', 'office-encrypted'],
    ['an ODT with a password', encryptedOdt, 'a.odt', 'office-encrypted'],
    ['a .doc', () => fixture('rapport.doc'), 'a.doc', 'document-old-office'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d4948445200', 'hex'), 'a.png', 'document-unsupported'],
    [
      'a picture called a text',
      () => Buffer.from('89504e470d0a1a0a0000000d4948445200', 'hex'),
      'a.txt',
      'document-unsupported',
    ],
    ['a zip of something else', () => zipSync({ 'foto.jpg': new Uint8Array(20) }), 'a.zip', 'document-unsupported'],
    ['RTF nested 100,000 deep', () => Buffer.from(`{\\rtf1 ${'{'.repeat(100_000)}`), 'a.rtf', 'document-too-complex'],
    ['Markdown nested 100,000 deep', () => Buffer.from(`${'> '.repeat(100_000)}x`), 'a.md', 'document-too-complex'],
    ['HTML nested 100,000 deep', () => Buffer.from(`<html>${'<div>'.repeat(100_000)}diep`), 'a.html', 'read'],
    ['HTML of unclosed quotes', () => Buffer.from(`<html>${'<a b="'.repeat(100_001)}`), 'a.html', 'read'],
    ['100,000 elements side by side', () => docxWithBody(wordParagraph('naast').repeat(100_000)), 'a.docx', 'read'],
  ];
  for (const [title, make, name, code] of cases) {
    it(`${title}: ${code}`, async () => {
      const bytes = make();
      const start = performance.now();
      expect(await codeOf(bytes, name)).toBe(code);
      expect(performance.now() - start).toBeLessThan(timeLimitMs);
    });
  }

  it('a file over the limit: document-too-large, with the limit', async () => {
    const limits = { ...documentLimits, maxFileBytes: 1024 * 1024 };
    await expect(extractDocument(new Uint8Array(1024 * 1024 + 1), 'groot.pdf', limits)).rejects.toMatchObject({
      code: 'document-too-large',
      params: { name: 'groot.pdf', limitMb: 1 },
    });
  });

  it('text over the limit for text: document-too-large', async () => {
    const limits = { ...documentLimits, maxTextFileBytes: 10 };
    await expect(extractDocument(Buffer.from('meer dan tien tekens'), 'a.txt', limits)).rejects.toMatchObject({
      code: 'document-too-large',
    });
  });

  it('never fails on a document cut off anywhere but with a message of its own (every 97th byte)', async () => {
    for (const name of ['rapport.docx', 'rapport.odt', 'rapport.rtf', 'rapport.html', 'cijfers.xlsx']) {
      const bytes = fixture(name);
      for (let end = 1; end < bytes.length; end += 97)
        expect(Object.keys({ ...errorMessages, read: 0 })).toContain(await codeOf(bytes.slice(0, end), name));
    }
  });
});

describe('the reading view of a hostile document', () => {
  it('refuses what the text refuses', async () => {
    await expect(documentHtml(zipBomb(), 'a.docx')).rejects.toMatchObject({ code: 'zip-bomb' });
    await expect(documentHtml(xmlBomb(), 'a.docx')).rejects.toMatchObject({ code: 'xml-bomb' });
    await expect(documentHtml(fixture('rapport.pdf'), 'a.pdf')).rejects.toMatchObject({ code: 'document-unsupported' });
  });

  it('refuses an XML bomb in any part that mammoth would read', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>';
    await expect(documentHtml(docxWith({ 'word/numbering.xml': bomb }), 'a.docx')).rejects.toMatchObject({
      code: 'xml-bomb',
    });
  });

  it('takes nothing from outside: linked pictures, scripts, styles, forms', async () => {
    const hostile =
      '<html><body onload="x()"><h1 onclick="x()" style="a">Kop</h1><script>x()</script><img src="https://example.org/a.png"><img src="data:image/svg+xml;base64,AAAA">' +
      '<img src="data:image/png;base64,AAAA" onerror="x()"><a href="javascript:x()">a</a><a href=" https://example.org/?a=1&b=2">b</a><a href="file:///etc/passwd">c</a>' +
      '<iframe src="x">nee</iframe><form action="x"><input value="nee"></form><table><td colspan="2" background="x">d</table></body></html>';
    expect(await documentHtml(Buffer.from(hostile), 'a.html')).toBe(
      '<h1 id="kop-kop">Kop</h1><img src="data:image/png;base64,AAAA" alt=""><a>a</a><a href="https://example.org/?a=1&amp;b=2">b</a><a>c</a><table><td colspan="2">d</td></table>',
    );
  });

  it('does not follow a picture that a DOCX links to', async () => {
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
    const bytes = docxWith({
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${relation}" Target="file:///etc/hostname" TargetMode="External"/></Relationships>`,
      'word/document.xml':
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
        '<w:body><w:p><w:r><w:t>plaatje</w:t><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body></w:document>',
    });
    expect(await documentHtml(bytes, 'a.docx')).toBe('<p>plaatje</p>');
  });
});

describe('the reading view', () => {
  for (const name of ['rapport.docx', 'rapport.odt', 'rapport.html']) {
    it(`of ${name} has headings with ids, lists and tables`, async () => {
      const html = await documentHtml(fixture(name), name);
      expect([...html.matchAll(/<(h\d) id="([^"]*)">/g)].map(([, level, id]) => `${level} ${id}`)).toEqual([
        'h1 kop-overstap-met-een-vangnet',
        'h2 kop-wie-doet-mee',
        'h2 kop-cijfers',
        'h2 kop-vervolg',
      ]);
      expect(html).toMatch(/<ul><li>(<p>)?vmbo-school De Esdoorn/);
      expect(html.match(/<tr>/g)).toHaveLength(3);
      expect(html).toContain('Coördinatie en financiën');
    });
  }
});
