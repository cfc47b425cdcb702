import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readAsides } from '../../electron/documents/docx-asides';
import { extractDocument } from '../../electron/documents/extract';
import { documentLimits } from '../../electron/documents/limits';
import { checkFile } from '../../electron/guard/check';
import { redactFields, textOf } from '../../electron/guard/item-text';
import { look } from '../../electron/guard/look';
import { redactFile, type ReadPages } from '../../electron/guard/redact-file';
import { lookForPersonalData } from '../../shared/guard/find-personal-data';
import type { ItemState } from '../../shared/revision/item-state';
import { docxWithBody, wordParagraph } from '../support/document-hostile';
import { guardFiles } from '../support/guard-files';

const read: ReadPages = async (bytes, name) => extractDocument(bytes, name);
const stopsIn = async (bytes: Uint8Array, name: string): Promise<readonly string[]> => {
  const { hits } = await checkFile({ name, pages: (await read(bytes, name)).pages });
  return [...new Set(hits.filter(({ notice }) => !notice).map(({ kind }) => kind))];
};

describe('thirty files', () => {
  const files = guardFiles();

  test('are thirty, of four kinds', () => {
    expect(files.length).toBe(30);
    expect(new Set(files.map(({ name }) => name.split('.').at(-1))).size).toBe(4);
  });

  test.each(files.filter(({ expected }) => expected.length > 0))(
    '$name holds $expected',
    async ({ name, bytes, expected }) => {
      expect(await stopsIn(bytes, name)).toEqual(expect.arrayContaining([...expected]));
    },
  );

  test.each(files.filter(({ expected }) => expected.length === 0))('$name is clean', async ({ name, bytes }) => {
    expect(await stopsIn(bytes, name)).toEqual([]);
  });

  test.each(files)('a redacted copy of $name holds nothing', async ({ name, bytes, expected }) => {
    const copy = await redactFile(bytes, name, read);
    expect(await stopsIn(copy.bytes, copy.name)).toEqual([]);
    if (expected.length === 0) return;
    const { pages } = await read(copy.bytes, copy.name);
    expect(pages.join('\n')).toMatch(/█|<5/);
    expect(copy.textOnly).toBe(name.endsWith('.pdf'));
    if (copy.textOnly) expect(pages.join('\n')).toContain('Alleen de tekst');
  });
});

test('a cell is named by its row and column, the header included', async () => {
  const file = guardFiles().find(({ name }) => name === 'groepen.xlsx');
  const { pages } = await read(file?.bytes ?? new Uint8Array(), 'groepen.xlsx');
  const { hits } = await checkFile({ name: 'groepen.xlsx', pages });
  expect(hits).toMatchObject([{ kind: 'small-cells', page: 2, cell: { row: 2, column: 3 }, match: '3' }]);
});

test('a redacted Word file keeps its make-up and no letter of what was hidden, in comments, deletions and embedded files either', async () => {
  const bytes = docxWithBody(
    `<w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr><w:r><w:t>Verslag</w:t></w:r></w:p><w:p><w:r><w:t>Student Wess</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>el Hoekstra is ziek &amp; komt niet.</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>Leerling Amira Haddad is depressief.</w:delText></w:r></w:del></w:p>${wordParagraph('Einde')}`,
  );
  const copy = await redactFile(bytes, 'verslag.docx', read);
  expect(copy.textOnly).toBe(false);
  const parts = Object.entries(unzipSync(copy.bytes)).map(([name, part]) => [name, strFromU8(part, true)] as const);
  expect(parts.filter(([, text]) => /Wess|Hoekstra|Amira|Haddad/.test(text))).toEqual([]);
  const xml = parts.find(([name]) => name === 'word/document.xml')?.[1] ?? '';
  expect(xml).toContain('<w:pStyle w:val="Kop1"/>');
  expect(xml).toContain('<w:rPr><w:b/></w:rPr>');
  expect(xml).toContain('&amp; komt niet.');
});

const item = (fields: ItemState['fields'], sets: ItemState['sets'] = {}): Pick<ItemState, 'fields' | 'sets'> => ({
  fields,
  sets,
});

test('what stands beside the text of a Word file is looked at too: comments, headers, tracked deletions', async () => {
  const name = 'verslag.docx';
  const body = `${wordParagraph('Niets bijzonders.')}<w:p><w:del><w:r><w:delText>Leerling Amira Haddad is depressief.</w:delText></w:r></w:del></w:p>`;
  const part = (element: string, text: string): string =>
    `<?xml version="1.0"?><w:${element} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${wordParagraph(text)}</w:${element}>`;
  const bytes = zipSync({
    ...unzipSync(docxWithBody(body)),
    'word/comments.xml': strToU8(part('comments', 'Het BSN van de student is 999990019.')),
    'word/header1.xml': strToU8(part('hdr', 'Wessel Hoekstra, geboren 28-02-2008')),
  });
  const asides = readAsides(bytes, { name, limits: documentLimits });
  const { hits } = await checkFile({ name, pages: (await read(bytes, name)).pages, asides });
  expect(hits.map(({ kind, aside }) => [kind, aside]).sort()).toEqual([
    ['birth-date', true],
    ['bsn', true],
    ['health', true],
  ]);
  const copy = await redactFile(bytes, name, read);
  expect(readAsides(copy.bytes, { name, limits: documentLimits }).join()).not.toMatch(/Amira|999990019|28-02/);
  expect(readAsides(Buffer.from('tekst'), { name: 'a.txt', limits: documentLimits })).toEqual([]);
});

test('a name in one field belongs to a date in another, and both are hidden', async () => {
  const state = item(
    { type: 'study', title: 'Gesprek met Wessel Hoekstra', abstract: 'Geboren op 28-02-2008.' },
    { tags: ['nazorg'] },
  );
  expect((await look([textOf(state).text])).map(({ kind }) => kind)).toEqual(['birth-date']);
  const { fields, sets } = await redactFields(state);
  expect(fields).toEqual({ type: 'study', title: 'Gesprek met ███ ███', abstract: 'Geboren op ███.' });
  expect(sets).toEqual({ tags: ['nazorg'] });
});

/** The most processor time between two moments at which others may go first, in ms. */
function longestPiece(page: string): number {
  const work = lookForPersonalData([page]);
  let longest = 0;
  for (;;) {
    const before = process.cpuUsage();
    const { done } = work.next();
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
    if (done === true) return longest;
  }
}

test('a long text lets others go first, every 50 ms at the latest, and can be stopped', async () => {
  const rows = 'Jan de Vries;12-03-2007;3B\n'.repeat(2_000);
  const page = rows + 'Wie ziek is, meldt zich bij de mentor van school. '.repeat(6_000);
  // The best of three: what the engine compiles or clears away meanwhile is not the guard's.
  expect(Math.min(...[1, 2, 3].map(() => longestPiece(page)))).toBeLessThan(50);
  let turns = 0;
  let running = true;
  const beat = (): void => {
    turns += 1;
    if (running) setImmediate(beat);
  };
  setImmediate(beat);
  expect((await look([page]))[0]?.kind).toBe('person-table');
  running = false;
  expect(turns).toBeGreaterThan(1);
  await expect(look([page], AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
});
