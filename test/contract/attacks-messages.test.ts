/** R15: messages from a window that somebody else took over: every call of the contract with inputs that fit, nearly fit, or do not. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerCall, type ShellHandlers, type ToLibrary } from '../../electron/shell/answer-call';
import { AppError } from '../../shared/base/errors';
import { contract, type Answer, type CallName } from '../../shared/contract';
import { errorMessages } from '../../shared/messages/errors';
import { attackSize, countAttacks } from '../support/attack-count';
import { inputFor, type Words } from '../support/contract-inputs';
import { seededRandom } from '../support/corpus';
import { builtFolderWith } from '../support/document-worker';
import { inMemory, temporaryFolder } from '../support/library-folders';
import { mutatedJson } from '../support/mutations';
import { must } from '../support/must';
import { pick } from '../support/seeded';
import { openTestService } from '../support/service-folders';

const { seed, messages } = attackSize;
const attacked = countAttacks('messages');
const builtFolder = builtFolderWith('electron/service/extract-worker.ts');

/** No answer may take so long, on the slowest machine, with the few items that are there. */
const hangMs = 20_000;

/** Their workers come with the app as it is built. */
const apart = ['backup.prove', 'drafts.compare'];
const names = (Object.keys(contract) as CallName[]).filter((name) => !apart.includes(name));
/** Every file outside the folders that the window may write, with its size and time. */
function canaries(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${name} ${statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name), 'utf8') : ''}`)
    .sort();
}

/** For each a library of its own: in one that keeps growing the last would be measured by its size. */
const atOnce = 2_000;
const rounds = Array.from({ length: Math.ceil(messages / atOnce) }, (_, at) => ({
  from: seed + at,
  count: Math.min(atOnce, messages - at * atOnce),
}));

test.each(rounds)(
  '$count messages (seed $from): each is answered, and nothing is written elsewhere',
  { timeout: 240_000 },
  async ({ from, count }) => {
    const chance = seededRandom(from);
    const base = temporaryFolder(inMemory);
    const [outside, allowed] = [join(base, 'buiten'), join(base, 'gekozen')];
    for (const folder of [outside, allowed, join(allowed, 'map')]) mkdirSync(folder, { recursive: true });
    for (const name of ['a.txt', 'x', 'passwd', 'raakvlak.json']) writeFileSync(join(outside, name), 'blijft');
    writeFileSync(join(allowed, 'stuk.md'), '# Een stuk\n\nover de overstap');
    writeFileSync(join(allowed, 'tabel.csv'), 'titel,jaar\nEen,2024\n');
    writeFileSync(join(allowed, 'kapot.pdf'), '%PDF-1.7\n');
    const before = canaries(outside);
    const startedIn = readdirSync(process.cwd());
    const { service, folder } = await openTestService(base, 'bibliotheek', { builtFolder: builtFolder() });
    const items: string[] = [];
    for (const type of ['draft', 'project', 'study', 'organisation', 'term', 'collection']) {
      const set = { title: `Een ${type} over de overstap` };
      items.push((await service.call('items.create', { type, change: { set } })).state.id);
    }
    const report = await service.call('import.paths', { job: 'x', paths: [join(allowed, 'stuk.md')] });
    items.push(...report.imported.map(({ id }) => id));
    const file = (await service.call('items.get', { id: items.at(-1) as never })).file?.hash;
    const spaces = await service.call('spaces.list', undefined);
    const words: Words = {
      paths: [
        join(allowed, 'stuk.md'),
        join(allowed, 'tabel.csv'),
        join(allowed, 'kapot.pdf'),
        join(allowed, 'nieuw.txt'),
        join(allowed, 'map'),
        join(allowed, 'nieuwe-map'),
        join(allowed, 'niet/daar/x.json'),
      ],
      ids: [...items, ...spaces.map(({ id }) => id), '0'.repeat(26), 'z'.repeat(26)],
      hashes: ['a'.repeat(64), must(file)],
      devices: ['a'.repeat(32)],
      texts: [
        '',
        'x',
        'overstap',
        'title',
        'type',
        'draft',
        'nl',
        '../../buiten/x',
        '..\\..\\buiten\\x',
        '/etc/passwd',
        '\u0000',
        '__proto__',
        "'; drop table items; --",
        '"*"',
        'NEAR(',
        `${'a'.repeat(3_000)}`,
        '<script>1</script>',
        '😀\u202e',
        '2024-13-45',
      ],
    };
    const shell = new Map<string, number>();
    const handlers = new Proxy(
      {},
      { get: (_, name) => () => void shell.set(String(name), (shell.get(String(name)) ?? 0) + 1) },
    ) as ShellHandlers;
    const toLibrary: ToLibrary = async (name, input) => {
      try {
        return { ok: true, value: await service.call(name as CallName, input as never) };
      } catch (error) {
        if (!(error instanceof AppError)) return faultOfOurs(`${name}: ${String(error)}`, input);
        return { ok: false, code: error.code, params: error.params };
      }
    };
    /** What is no error of the contract, by what happened: the window would be told that something went wrong inside. */
    const faults = new Map<string, string>();
    const faultOfOurs = (what: string, input: unknown): Answer<never> => {
      faults.set(what.replaceAll(base, ''), JSON.stringify(input)?.slice(0, 300) ?? '');
      return { ok: false, code: 'internal', params: {} };
    };
    const counts = { ok: 0, refused: 0, errors: 0 };
    const codes = new Set<string>();
    for (let i = 0; i < count; i += 1) {
      const name = pick(chance, names);
      const fitting = inputFor(contract[name].input, words, chance);
      const input = chance() < 0.4 ? fitting : mutatedJson(chance, fitting);
      const named =
        chance() < 0.03
          ? pick(chance, [
              '__proto__',
              'constructor',
              'internal.close',
              'toString',
              '',
              7,
              null,
              `${name} `,
              name.toUpperCase(),
            ])
          : name;
      const start = performance.now();
      const answer = await answerCall(named, input, handlers, toLibrary);
      expect([name, performance.now() - start < hangMs]).toEqual([name, true]);
      attacked();
      if (named !== name) expect(answer).toMatchObject({ ok: false, code: 'message-invalid' });
      if (answer.ok) counts.ok += 1;
      else if (answer.code === 'message-invalid') counts.refused += 1;
      else {
        counts.errors += 1;
        codes.add(answer.code);
        expect(Object.keys(errorMessages)).toContain(answer.code);
      }
    }
    console.log(
      `messages: ${JSON.stringify(counts)}, ${shell.size} calls of the shell, codes: ${[...codes].sort().join(' ')}`,
    );
    expect(counts.ok).toBeGreaterThan(count / 20);
    expect(counts.refused).toBeGreaterThan(count / 4);
    expect([...faults]).toEqual([]);
    expect(canaries(outside)).toEqual(before);
    expect(readdirSync(process.cwd())).toEqual(startedIn);
    expect(readdirSync(base).sort()).toEqual(['bibliotheek', 'buiten', 'gekozen']);
    expect(folder.startsWith(base)).toBe(true);
    // It goes on as before.
    expect(
      (await service.call('items.create', { type: 'draft', change: { set: { title: 'Na afloop' } } })).state.fields[
        'title'
      ],
    ).toBe('Na afloop');
  },
);
