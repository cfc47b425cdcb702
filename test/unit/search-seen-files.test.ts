import { expect, test } from 'vitest';
import { createSeenFiles } from '../../electron/search/seen-files';
import { testHash, testItemId } from '../support/search-items';
import { openTestLibrary } from '../support/search-library';

test('a file is known by path and sign together, as the newest item outside the bin that has its bytes', () => {
  const { database, put } = openTestLibrary();
  const seen = createSeenFiles(database);
  put({ n: 1, file: 7 }, { n: 2, file: 7 }, { n: 3, file: 7, deleted: true }, { n: 4, file: 8, deleted: true });
  seen.remember([
    { path: '/map/a.md', sign: 'a', hash: testHash(7) },
    { path: '/map/b.md', sign: 'b', hash: testHash(8) },
    { path: '/map/c.md', sign: 'c', hash: testHash(9) },
  ]);
  const known = seen.known([
    { path: '/map/a.md', sign: 'a' },
    { path: '/map/b.md', sign: 'b' },
    { path: '/map/c.md', sign: 'c' },
    { path: '/map/d.md', sign: 'a' },
  ]);
  expect([...known]).toEqual([['/map/a.md', { id: testItemId(2), title: 'Item 2' }]]);
  expect(seen.known([{ path: '/map/a.md', sign: 'other' }]).size).toBe(0);
});

test('thousands of files are looked up and remembered', () => {
  const { database, put } = openTestLibrary();
  const seen = createSeenFiles(database);
  put({ n: 1, file: 7 });
  const files = Array.from({ length: 4_001 }, (_, at) => ({ path: `/map/${at}`, sign: 's', hash: testHash(7) }));
  seen.remember(files);
  seen.remember(files.slice(0, 1).map((file) => ({ ...file, sign: 'later' })));
  expect(seen.known(files).size).toBe(4_000);
});

test('where a file was found is forgotten with its text', () => {
  const { database, put, putText, search } = openTestLibrary();
  const seen = createSeenFiles(database);
  putText(7, ['tekst']);
  put({ n: 1, file: 7 });
  seen.remember([{ path: '/map/a.md', sign: 'a', hash: testHash(7) }]);
  search.documents.remove(testHash(7));
  expect(database.prepare('SELECT count(*) AS n FROM search_seen_file').get<{ n: number }>()?.n).toBe(0);
});
