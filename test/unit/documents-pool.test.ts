import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createExtractorPool,
  type ExtractorPool,
  type ExtractorPoolOptions,
} from '../../electron/documents/extractor-pool';
import { fixture, fixturePath } from '../support/document-fixtures';
import { docxWithBody, wordParagraph } from '../support/document-hostile';
import { buildWorker } from '../support/document-worker';

let entry = '';
const pools: ExtractorPool[] = [];
beforeAll(async () => {
  entry = await buildWorker('test/support/document-extract-worker.ts');
}, 60_000);
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  if (entry !== '') rmSync(dirname(entry), { recursive: true });
});

function open(options: Partial<ExtractorPoolOptions> = {}): ExtractorPool {
  const pool = createExtractorPool({ workers: 2, entry, timeLimitMs: 20_000, memoryLimitMb: 256, ...options });
  pools.push(pool);
  return pool;
}

const note = (i: number): Uint8Array => Buffer.from(`# Notitie ${i}\n\nOver de overstap.`);
/** Some 70 MB of paragraphs: more work than any limit below allows, and nothing that another limit stops. */
const endless = (): Uint8Array => docxWithBody(wordParagraph('de overstap van vo naar mbo').repeat(1_000_000));

describe('a pool of workers', () => {
  it('reads every kind, from bytes and from paths, and leaves the bytes it was given whole', async () => {
    const pool = open();
    const bytes = fixture('rapport.pdf');
    const documents = await Promise.all([
      pool.extract(bytes, 'rapport.pdf'),
      ...['rapport.docx', 'rapport.odt', 'rapport.rtf', 'cijfers.xlsx', 'presentatie.pptx'].map((name) =>
        pool.extract(fixturePath(name), name),
      ),
    ]);
    expect(documents.map(({ kind }) => kind)).toEqual(['pdf', 'docx', 'odt', 'rtf', 'xlsx', 'pptx']);
    expect(documents[0]?.pages.join()).toContain('startkwalificatie');
    expect(bytes).toEqual(fixture('rapport.pdf'));
    expect(await pool.html(fixturePath('rapport.docx'), 'rapport.docx')).toContain(
      '<h1 id="kop-overstap-met-een-vangnet">',
    );
  });

  it('gives each of 2,000 notes its own text', async () => {
    const pool = open();
    const titles = await Promise.all(
      Array.from({ length: 2_000 }, async (_, i) => (await pool.extract(note(i), `${i}.md`)).title),
    );
    expect(titles).toEqual(Array.from({ length: 2_000 }, (_, i) => `Notitie ${i}`));
  });

  it('passes on the error of a document', async () => {
    const pool = open();
    await expect(pool.extract(fixture('versleuteld.pdf'), 'a.pdf')).rejects.toMatchObject({
      code: 'pdf-encrypted',
      params: { name: 'a.pdf' },
    });
    await expect(pool.extract(fixturePath('bestaat-niet.pdf'), 'b.pdf')).rejects.toMatchObject({
      code: 'document-unreadable',
      params: { name: 'b.pdf' },
    });
  });
});

describe('a document that takes too much', () => {
  it('time: is stopped and named, and those behind it in the same worker are read all the same', async () => {
    const pool = open({ workers: 1, timeLimitMs: 300, memoryLimitMb: 1_024 });
    const slow = pool.extract(endless(), 'eindeloos.docx').catch((error: unknown) => error);
    const others = Array.from({ length: 20 }, (_, i) => pool.extract(note(i), `${i}.md`));
    expect(await slow).toMatchObject({ code: 'document-time-limit', params: { name: 'eindeloos.docx', seconds: 0 } });
    expect((await Promise.all(others)).map(({ title }) => title)).toEqual(
      Array.from({ length: 20 }, (_, i) => `Notitie ${i}`),
    );
  });

  it('memory: is stopped and named, and the process lives on', async () => {
    const pool = open({ workers: 1, memoryLimitMb: 32 });
    const large = pool.extract(endless(), 'enorm.docx').catch((error: unknown) => error);
    const other = pool.extract(note(1), '1.md');
    expect(await large).toMatchObject({ code: 'document-memory-limit', params: { name: 'enorm.docx' } });
    expect((await other).title).toBe('Notitie 1');
  });
});

describe('stopping', () => {
  it('gives up what a signal cancels and nothing else', async () => {
    const pool = open({ workers: 1 });
    const controller = new AbortController();
    const cancelled = Array.from({ length: 50 }, (_, i) =>
      pool.extract(note(i), `${i}.md`, controller.signal).catch((error: unknown) => error),
    );
    const kept = pool.extract(note(99), '99.md');
    controller.abort();
    expect(await Promise.all(cancelled)).toEqual(
      Array.from({ length: 50 }, () => expect.objectContaining({ code: 'cancelled' }) as unknown),
    );
    expect((await kept).title).toBe('Notitie 99');
    await expect(pool.extract(note(1), '1.md', controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('cancels what waits when it closes', async () => {
    const pool = open({ workers: 1 });
    const waiting = Array.from({ length: 10 }, (_, i) =>
      pool.extract(note(i), `${i}.md`).catch((error: unknown) => error),
    );
    await pool.close();
    expect(await Promise.all(waiting)).toEqual(
      Array.from({ length: 10 }, () => expect.objectContaining({ code: 'cancelled' }) as unknown),
    );
    await expect(pool.extract(note(1), '1.md')).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('starts a worker again after it was let go for want of work', async () => {
    const pool = open({ workers: 1, idleMs: 1 });
    for (let i = 0; i < 3; i++) {
      expect((await pool.extract(note(i), `${i}.md`)).title).toBe(`Notitie ${i}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });

  it('says so when its worker cannot start, once for each document', async () => {
    const pool = open({ workers: 1, entry: fixturePath('bestaat-niet.js') });
    const results = await Promise.all(
      [1, 2].map((i) => pool.extract(note(i), `${i}.md`).catch((error: unknown) => error)),
    );
    expect(results).toEqual([
      expect.objectContaining({ code: 'internal' }),
      expect.objectContaining({ code: 'internal' }),
    ]);
  });
});
