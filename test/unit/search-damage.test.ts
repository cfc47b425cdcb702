import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/base/errors';
import { openTestLibrary } from '../support/search-library';
import { testQuery } from '../support/search-items';
import { createCorpus } from '../support/corpus';

const item = (n: number) => ({ n, fields: { title: `Verzuim ${n}` }, file: n });

describe('a damaged index', () => {
  it('gives a coded error where full-text data are gone, and works again after a rebuild', () => {
    const library = openTestLibrary();
    library.put(item(1), item(2));
    library.database.exec(`UPDATE search_text_data SET block = zeroblob(20) WHERE id > 1`);
    library.database.exec(`UPDATE search_lead_data SET block = x'ffffffffff' WHERE id > 1`);
    expect(() => library.search.query(testQuery('verzuim '), 'full')).toThrow(AppError);
    library.database.transaction(() => library.index.clear());
    library.put(item(1));
    expect(library.titles('verzuim ')).toEqual(['Verzuim 1']);
  });
  it('gives a coded error where tables are gone', () => {
    const library = openTestLibrary();
    library.database.exec('DROP TABLE search_text');
    expect(() => library.search.query(testQuery('verzuim '), 'full')).toThrow(
      expect.objectContaining({ code: 'search-index-damaged' }),
    );
  });
  it('never crashes on overwritten full-text blocks, seed 7', () => {
    const random = createCorpus(7, 200).random;
    const codes = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const library = openTestLibrary();
      library.put(...Array.from({ length: 30 }, (_, n) => item(n)));
      for (let n = 0; n < 30; n += 1) library.putText(n, [`Tekst over verzuim en jaren ${n} `.repeat(40)]);
      for (const { id, size } of library.database
        .prepare('SELECT id, length(block) AS size FROM search_text_data')
        .all<{ id: number; size: number }>()) {
        const at = Math.floor(random() * size);
        const bytes = Array.from({ length: 8 }, () =>
          Math.floor(random() * 256)
            .toString(16)
            .padStart(2, '0'),
        ).join('');
        library.database.exec(
          `UPDATE search_text_data SET block = CAST(substr(block, 1, ${at}) || x'${bytes}' || substr(block, ${at + 9}) AS BLOB) WHERE id = ${id}`,
        );
      }
      try {
        library.search.query(testQuery('verzuim jaren '), 'full');
        library.search.facets(testQuery('verz'));
        codes.add('fine');
      } catch (error) {
        codes.add(error instanceof AppError ? error.code : String(error));
      }
    }
    expect([...codes].filter((code) => code !== 'fine' && code !== 'search-index-damaged')).toEqual([]);
    expect(codes).toContain('search-index-damaged');
  });
});
