import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomBytes } from 'node:crypto';
import type { BlobHash } from '../../shared/base/ids';
import { openLibrary } from '../../electron/library/library';
import { createAnalyser } from '../../electron/search/dutch/analyse';
import { dutchWords } from '../../electron/search/dutch/dutch-words';
import { itemIndexFactory } from '../../electron/search/item-index';
import { openSearch } from '../../electron/search/search';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'raakvlak-forget-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const words = dutchWords('resources');
/** A word that occurs nowhere else, so that one byte of it left anywhere is seen. */
const secret = 'zwanenhalskraagje';

test('after a file is erased no byte of its text is left in the search index', async () => {
  const library = await openLibrary({
    folder: join(folder, 'library'),
    witnessFolder: join(folder, 'witness'),
    clock: () => new Date('2026-01-05T10:00:00Z'),
    random: (sizeBytes) => randomBytes(sizeBytes),
    index: itemIndexFactory(createAnalyser(words.split)),
  });
  const search = openSearch(library.database, { words });
  const { hash, sizeBytes } = await library.putBlob({ bytes: Buffer.from(`Hier staat ${secret}.`) });
  const file = { hash, name: 'brief.txt', mediaType: 'text/plain', sizeBytes };
  await library.createItem({ type: 'document', set: { title: 'Brief', file } });
  search.documents.putDocumentText(hash as BlobHash, {
    kind: 'text',
    mediaType: 'text/plain',
    namedAs: null,
    pages: [`Hier staat ${secret}.`],
    headings: [],
    title: null,
    authors: [],
    date: null,
    language: 'nl',
    searchable: 'text',
  });
  const find = (): number =>
    search.query(
      {
        text: `${secret} `,
        filters: {},
        group: null,
        collection: null,
        view: 'all',
        sort: 'relevance',
        descending: true,
        withoutExpansions: [],
        offset: 0,
        limit: 10,
      },
      'full',
    ).total;
  expect(find()).toBe(1);
  await library.erase({ blobs: [hash] });
  expect(find()).toBe(0);
  await library.close();
  const left = readdirSync(join(folder, 'library'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(secret));
  expect(left.map(({ name }) => name)).toEqual([]);
});
