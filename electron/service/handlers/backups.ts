import type { LibraryHandlers, Parts } from '../service';

type Names = 'backup.list' | 'backup.make' | 'backup.prove' | 'backup.restore';

/** Snapshots of the library, and the proof that they can be restored. */
export function backupHandlers({ backups, jobs }: Parts): Pick<LibraryHandlers, Names> {
  return {
    'backup.list': () => backups.list(),
    'backup.make': () => jobs.run('backup', 'backup', () => backups.make()),
    'backup.prove': ({ name }) => jobs.run('proof', 'proof', () => backups.prove(name)),
    'backup.restore': ({ name, folder }) => jobs.run('restore', 'backup', () => backups.restore(name, folder)),
  };
}
