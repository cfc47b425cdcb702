import { resolve } from 'node:path';
import type { VerifyReport } from '../../../shared/contract/answers';
import { despite, unlessStopped } from './guard-commands';
import { namedSpace } from './space-commands';
import { done, messageOf, someFailed, type Runner } from './output';

type Names = 'export' | 'publish' | 'verify' | 'rebuild' | 'state';

export const libraryCommands: Readonly<Record<Names, Runner>> = {
  export: async ({ service, line, print }) => {
    const [given = '', ...ids] = line.values;
    const { format } = line.options;
    const path = resolve(given);
    const result =
      format === null
        ? await service.call('library.export', { path })
        : await service.call('library.exportItems', {
            path,
            format,
            ids: ids.length === 0 ? null : ids,
            language: 'nl',
          });
    print(result, () => `${result.items} items → ${result.path}`);
    return done;
  },
  publish: async (run) => {
    const [given = '', name = ''] = run.line.values;
    const folder = resolve(given);
    const { id } = await namedSpace(run.service, name);
    return unlessStopped(run, { kind: 'space', id }, async () => {
      const site = await run.service.call('library.publish', { folder, spaces: [id], ...despite(run) });
      run.print(site, () => `${site.records} records, ${site.files} files → ${folder}`);
      return done;
    });
  },
  verify: async ({ service, print }) => {
    const report = await service.call('library.verify', undefined);
    print(report, () => verifyText(report));
    return report.problems.length + report.missingCount === 0 ? done : someFailed;
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

function verifyText({ revisions, blobs, problems, missing, missingCount, mended }: VerifyReport): string {
  return [
    `${revisions} revisions, ${blobs} files${mended === 0 ? '' : `, ${mended} mended`}`,
    ...problems.map(({ code, params }) => messageOf(code, params)),
    ...missing.map(({ path, holders }) => `missing: ${path} (${holders.length === 0 ? 'nobody' : holders.join(', ')})`),
    ...(missingCount > missing.length ? [`missing: ${missingCount - missing.length} more`] : []),
  ].join('\n');
}
