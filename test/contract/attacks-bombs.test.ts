/** R13: documents that ask for far more than they bring. Each is read or refused, in a worker with the limits of the measure, and stays a file like any other. */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createExtractorPool, type ExtractorPool } from '../../electron/documents/extractor-pool';
import { AppError } from '../../shared/base/errors';
import { documentErrors } from '../../shared/messages/document-errors';
import { countAttacks } from '../support/attack-count';
import { bombs } from '../support/bombs';
import { buildWorker } from '../support/document-worker';

/** A run with a higher count, and the limit of the measure: RAAKVLAK_BOMBS=600. */
const asked = process.env['RAAKVLAK_BOMBS'];
const count = Number(asked ?? 61);
const timeLimitMs = asked === undefined ? 400 : 20_000;
const memoryLimitMb = 512;

const attacked = countAttacks('bombs');
let entry = '';
let pool: ExtractorPool;
beforeAll(async () => {
  entry = await buildWorker('test/support/document-extract-worker.ts');
  pool = createExtractorPool({ workers: 1, entry, timeLimitMs, memoryLimitMb });
}, 60_000);
afterAll(async () => {
  await pool.close();
  rmSync(dirname(entry), { recursive: true, force: true });
});

test(
  `${count} bombs are read or refused within ${timeLimitMs / 1_000} s and ${memoryLimitMb} MB each`,
  { timeout: 60_000 + count * 10_000 },
  async () => {
    const outcomes = new Map<string, number>();
    let slowest = { title: '', ms: 0 };
    for (const { title, name, bytes } of bombs(count).filter(({ loud }) => asked !== undefined || loud !== true)) {
      const file = bytes();
      const start = performance.now();
      const outcome: unknown = await pool.extract(file, name).catch((error: unknown) => error);
      const ms = performance.now() - start;
      attacked();
      if (ms > slowest.ms) slowest = { title, ms };
      const code = outcome instanceof AppError ? outcome.code : outcome instanceof Error ? String(outcome) : 'read';
      outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
      // What the list of files says of it; it keeps its item and its bytes.
      expect([title, code], JSON.stringify(outcome)).toEqual([
        title,
        expect.toSatisfy((known: string) => known === 'read' || Object.hasOwn(documentErrors, known)),
      ]);
      expect([title, ms < timeLimitMs + 5_000]).toEqual([title, true]);
    }
    // The worker that met them, or the one in its place, reads on.
    expect((await pool.extract(Buffer.from('# Gewoon\n\neen stuk'), 'a.md')).title).toBe('Gewoon');
    console.log(
      `attacks, bombs: slowest ${Math.round(slowest.ms)} ms (${slowest.title}); ${JSON.stringify(Object.fromEntries(outcomes))}`,
    );
  },
);
