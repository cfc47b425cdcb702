import { resolve } from 'node:path';
import type { Backup } from '../../../shared/model/backup';
import { done, messageOf, someFailed, type Runner } from './output';

type Names = 'backup list' | 'backup make' | 'backup prove' | 'backup restore';

export const backupCommands: Readonly<Record<Names, Runner>> = {
  'backup list': async ({ service, print }) => {
    const all = await service.call('backup.list', undefined);
    print(all, () => all.map(backupText).join('\n'));
    return done;
  },
  'backup make': async ({ service, print }) => {
    const made = await service.call('backup.make', undefined);
    print(made, () => backupText(made));
    return made.damaged === 0 ? done : someFailed;
  },
  'backup prove': async ({ service, line, print }) => {
    const proof = await service.call('backup.prove', { name: line.values[0] ?? null });
    print(proof, () =>
      [
        `${proof.name}: ${proof.items} items, ${proof.revisions} revisions, ${proof.files} files ${proof.sound ? 'hold' : 'do NOT all hold'}`,
        ...proof.problems.map(({ code, params }) => messageOf(code, params)),
      ].join('\n'),
    );
    return proof.sound ? done : someFailed;
  },
  'backup restore': async ({ service, line, print }) => {
    const [folder = '', name = null] = line.values;
    const restored = await service.call('backup.restore', { name, folder: resolve(folder) });
    print(restored, () => `${restored.name} → ${resolve(folder)}`);
    return done;
  },
};

function backupText({ name, files, sizeBytes, damaged }: Backup): string {
  return `${name}  ${files} files, ${sizeBytes} bytes${damaged === 0 ? '' : `, ${damaged} damaged files left out`}`;
}
