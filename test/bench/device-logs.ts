import { createHash } from 'node:crypto';
import type { ItemId, RevisionId, SpaceId } from '../../shared/base/ids';
import type { Revision, RevisionBody } from '../../shared/revision/revision';
import type { Log } from '../../electron/library/log';
import { appendToLog } from '../../electron/library/log-writer';
import { encodeMarker, markerName } from '../../electron/library/marker';
import { Replica } from '../../electron/library/replica';
import { sealRevision } from '../../electron/library/revision-seal';
import { openProblemDesk } from '../../electron/library/set-aside';
import { signerOf, type Signer } from '../../electron/library/signing';

const editsAtOnce = 100;
const editsOfItem = 100;
const at = '2025-03-01T09:00:00.000Z';

/** A space as its shared folder holds it after that many devices made so many edits each; every device makes items and changes each 99 times. */
export async function writeDeviceLogs(folder: string, devices: number, edits: number): Promise<void> {
  const space = idOf('space') as SpaceId;
  const desk = openProblemDesk(folder, () => undefined);
  const replica = new Replica(folder, '.', space, desk);
  const marker = { format: 1, space, name: 'Regio Noord', kind: 'open', founder: signerFor(0).publicKey } as const;
  await replica.write([{ path: markerName, bytes: encodeMarker(marker, signerFor(0)) }]);
  for (let device = 0; device < devices; device += 1) await writeLog(replica, signerFor(device), edits);
}

async function writeLog(replica: Replica, signer: Signer, edits: number): Promise<void> {
  let log: Log | null = null;
  let before: Revision | null = null;
  for (let n = 1; n <= edits; n += editsAtOnce) {
    const some: Revision[] = [];
    for (let i = n; i < Math.min(n + editsAtOnce, edits + 1); i += 1) {
      before = edit(signer, i, before);
      some.push(before);
    }
    log = await appendToLog(replica, signer, log, some);
  }
}

function edit(signer: Signer, n: number, before: Revision | null): Revision {
  const [number, turn] = [Math.floor((n - 1) / editsOfItem), (n - 1) % editsOfItem];
  const parents: RevisionId[] = turn === 0 || before === null ? [] : [before.header.id];
  const header = { item: idOf(`${signer.device} ${number}`) as ItemId, parents, device: signer.device, n };
  return sealRevision({ ...header, prev: before?.header.id ?? null, at }, bodyOf(number, turn), signer);
}

function bodyOf(number: number, turn: number): RevisionBody {
  const summary = `Wat wij doen tegen voortijdig schoolverlaten, versie ${turn}`;
  return turn === 0 ? { set: { type: 'project', title: `Project ${number}`, summary } } : { set: { summary } };
}

function signerFor(device: number): Signer {
  return signerOf(digest(`device ${device}`));
}

/** 26 characters that are the same each time. */
function idOf(name: string): string {
  return digest(name).toString('hex').slice(0, 26);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
