import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeDocument, exchange, pair } from '../support/shared-pair';

it('files that are nowhere any more are counted all and named up to a number, with who had them', async () => {
  const both = await pair();
  const { base, anna, bram } = both;
  for (const name of ['een', 'twee', 'drie']) await makeDocument(both, name);
  await exchange(anna, bram);
  for (const folder of [
    join(base, 'shared', 'blobs'),
    join(base, 'Bram', 'library', 'spaces', both.space, 'blobs'),
    join(base, 'Anna', 'library', 'spaces', both.space, 'blobs'),
  ])
    rmSync(folder, { recursive: true });
  const report = await bram.call('library.verify', undefined);
  expect(report.missingCount).toBe(3);
  expect(report.missing.map(({ holders }) => holders)).toEqual([['Anna'], ['Anna'], ['Anna']]);
  // Said once, as missing, and not as damage besides.
  expect(report.problems).toEqual([]);
});
