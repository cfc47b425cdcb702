import { resolve } from 'node:path';
import type { VerifyReport } from '../../../shared/contract';
import { done, messageOf, someFailed, type Runner } from './output';

type Names = 'export' | 'verify' | 'rebuild' | 'state';

export const libraryCommands: Readonly<Record<Names, Runner>> = {
  export: async ({ service, line, print }) => {
    const result = await service.call('library.export', { path: resolve(line.values[0] ?? '') });
    print(result, () => `${result.items} items → ${result.path}`);
    return done;
  },
  verify: async ({ service, print }) => {
    const report = await service.call('library.verify', undefined);
    print(report, () => verifyText(report));
    return report.problems.length + report.missing.length === 0 ? done : someFailed;
  },
  rebuild: async ({ service, print }) => {
    await service.call('library.rebuild', undefined);
    print({ rebuilt: true }, () => 'rebuilt');
    return done;
  },
  state: async ({ service, print }) => {
    const spaces = await service.call('library.state', undefined);
    print(spaces, () =>
      spaces.map(({ id, name, items, hash }) => `${hash}  ${id}  ${items} items  ${name}`).join('\n'),
    );
    return done;
  },
};

function verifyText({ revisions, blobs, problems, missing, mended }: VerifyReport): string {
  return [
    `${revisions} revisions, ${blobs} files${mended === 0 ? '' : `, ${mended} mended`}`,
    ...problems.map(({ code, params }) => messageOf(code, params)),
    ...missing.map(({ path, holders }) => `missing: ${path} (${holders.length === 0 ? 'nobody' : holders.join(', ')})`),
  ].join('\n');
}
