import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SpaceId } from '../../../shared/base/ids';
import type { BackupProof } from '../../../shared/model/backup';
import type { Fault } from '../../../shared/model/sync';
import { openLibrary } from '../../library/library';
import type { LibraryOptions } from '../../library/library-types';
import { readManifest } from './manifest';
import { restoreFiles } from './snapshot-files';

export type Proof = Omit<BackupProof, 'name'>;
export type ProofWorld = Pick<LibraryOptions, 'clock' | 'random'>;

/** Null when the folder is not a snapshot. Restores it into a scratch folder beside it, opens it, and reads every byte. */
export async function proveSnapshot(snapshot: string, { clock, random }: ProofWorld): Promise<Proof | null> {
  const manifest = await readManifest(snapshot);
  if (manifest === null) return null;
  const scratch = await mkdtemp(join(dirname(snapshot), '.proof-'));
  try {
    await restoreFiles(snapshot, join(scratch, 'library'), true);
    const library = await openLibrary({
      folder: join(scratch, 'library'),
      witnessFolder: join(scratch, 'config'),
      clock,
      random,
    });
    try {
      const report = await library.verify();
      const here = new Set<string>(library.spaces().map(({ id }) => id));
      const different = Object.entries(manifest.states)
        .filter(([space, hash]) => !here.has(space) || library.stateHash(space as SpaceId) !== hash)
        .map(([space]): Fault => ({ code: 'backup-state-differs', params: { file: `spaces/${space}` } }));
      const problems = [...report.problems.map(({ code, file }): Fault => ({ code, params: { file } })), ...different];
      return {
        madeAt: manifest.madeAt,
        provedAt: clock().toISOString(),
        items: report.items,
        revisions: report.revisions,
        files: report.blobs,
        sound: problems.length === 0,
        problems,
      };
    } finally {
      await library.close();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
