import { readFile } from 'node:fs/promises';
import { AppError } from '../../../shared/base/errors';
import { done, someFailed, type Runner } from './output';
import { placeOf } from './space-commands';

type Names = 'recovery sheet' | 'recovery restore';

/** The recovery sheet. Its words are never an argument, which others on the same computer can read. */
export const recoveryCommands: Readonly<Record<Names, Runner>> = {
  'recovery sheet': async ({ service, print }) => {
    const sheet = await service.call('recovery.make', undefined);
    await service.call('sync.now', { id: null });
    print(sheet, () =>
      [
        ...sheet.words.map((word, i) => `${String(i + 1).padStart(2)} ${word}`),
        ...sheet.spaces.map(({ name, place, words }) => [name, place ?? '-', words.join(' ')].join('  ').trimEnd()),
        ...sheet.leftOut.map((name) => `! ${name}`),
      ].join('\n'),
    );
    return sheet.leftOut.length === 0 ? done : someFailed;
  },
  'recovery restore': async (run) => {
    const { service, line, print } = run;
    const [at = '', file = ''] = line.values;
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      throw new AppError('file-missing', { name: file }, { cause: error });
    });
    const place = await placeOf(run, at);
    const found = await service.call('recovery.restore', { text, place });
    print(found, () =>
      `${found.outcome}  ${found.status.id}  ${found.status.name}  ${found.words.join(' ')}`.trimEnd(),
    );
    return found.outcome === 'member' || found.outcome === 'open' ? done : someFailed;
  },
};
