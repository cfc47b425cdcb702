import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Header, Packer, Paragraph } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { stampDocx } from '../../electron/service/export/stamp-docx';
import { stampPdf } from '../../electron/service/export/stamp-pdf';
import { fixture } from '../support/document-fixtures';
import { temporaryFolder } from '../support/library-folders';

const marks = { stateLine: 'Ter beoordeling · niet citeren · meelezers: Ayşe', watermark: 'TER BEOORDELING' };

const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString('utf8')]),
  );

/** Every page of a section of this kind has a header that says the state. */
function headersOf(bytes: Uint8Array): readonly string[] {
  const parts = partsOf(bytes);
  const relations = parts['word/_rels/document.xml.rels'] ?? '';
  const [first = ''] = /<w:sectPr[\s\S]*?<\/w:sectPr>/.exec(parts['word/document.xml'] ?? '') ?? [];
  return [...first.matchAll(/<w:headerReference[^>]*w:type="(\w+)"[^>]*r:id="([^"]+)"/g)].map(
    ([, kind = '', id = '']) => {
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(relations);
      const xml = parts[`word/${target?.[1] ?? target?.[2] ?? ''}`] ?? '';
      return `${kind}: ${xml.includes(marks.stateLine)} ${xml.includes(marks.watermark)}`;
    },
  );
}

describe('a Word document of others goes out with its state on every page', () => {
  it('where it had no header', () => {
    const bytes = stampDocx(fixture('rapport.docx'), marks, 'rapport.docx');
    expect([...headersOf(bytes)].sort()).toEqual(['default: true true', 'even: true true', 'first: true true']);
    // All else is as it was.
    const [before, after] = [partsOf(fixture('rapport.docx')), partsOf(bytes)];
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed.sort()).toEqual(
      ['[Content_Types].xml', 'word/_rels/document.xml.rels', 'word/document.xml', 'word/header-raakvlak.xml'].sort(),
    );
  });

  it('in the headers that it had, which keep their words', async () => {
    const header = (text: string): Header => new Header({ children: [new Paragraph(text)] });
    const source = await Packer.toBuffer(
      new Document({
        sections: [
          {
            headers: { default: header('Kop van de school'), first: header('Voorblad') },
            properties: { titlePage: true },
            children: [new Paragraph('Een')],
          },
          { children: [new Paragraph('Twee')] },
        ],
      }),
    );
    const bytes = stampDocx(source, marks, 'plan.docx');
    expect([...headersOf(bytes)].sort()).toEqual(['default: true true', 'even: true true', 'first: true true']);
    expect(Object.values(partsOf(bytes)).join('')).toContain('Kop van de school');
  });

  it('where its only section says nothing', () => {
    const parts = unzipSync(fixture('rapport.docx'));
    const xml = Buffer.from(parts['word/document.xml'] ?? []).toString('utf8');
    const bare = (section: string): Uint8Array =>
      zipSync({ ...parts, 'word/document.xml': Buffer.from(xml.replace(/<w:sectPr[\s\S]*<\/w:sectPr>/, section)) });
    for (const section of ['', '<w:sectPr/>'])
      expect(headersOf(stampDocx(bare(section), marks, 'x.docx'))).toHaveLength(3);
  });

  it('and what is none is refused', () => {
    expect(() => stampDocx(fixture('cijfers.xlsx'), marks, 'x.docx')).toThrow('document-damaged');
    expect(() => stampDocx(fixture('rapport.pdf'), marks, 'x.docx')).toThrow('document-truncated');
  });
});

describe('a PDF of others goes out with its state on every page', () => {
  it('upright above, also on a page that is turned; letters that its font lacks lose their accents', async () => {
    const path = join(temporaryFolder(), 'uit.pdf');
    writeFileSync(path, await stampPdf(fixture('aantekeningen.pdf'), marks, 'x.pdf'));
    if (spawnSync('pdftotext', ['-v']).error !== undefined) return;
    const pages = [1, 2].map((page) =>
      execFileSync('pdftotext', ['-raw', '-f', `${page}`, '-l', `${page}`, path, '-']).toString(),
    );
    for (const text of pages) expect(text).toContain('Ter beoordeling · niet citeren · meelezers: Ayse\n');
    for (const text of pages) expect(text.replace(/[^A-Z]/g, '')).toContain('TERBEOORDELING');
    expect(pages[0]).toContain('overstapcoach');
    const boxes = execFileSync('pdftotext', ['-bbox', path, '-']).toString();
    const lines = [...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>citeren</g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(lines).toHaveLength(2);
    for (const [, y] of lines) expect(y).toBeLessThan(22);
  });
});
