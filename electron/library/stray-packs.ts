import type { SpaceId } from '../../shared/base/ids';
import type { Revision } from '../../shared/revision/revision';
import { takeIn } from './catch-up';
import type { Core } from './core';
import type { Head } from './head';
import type { Received, RefusalCode, SpaceFile } from './local-space';
import { packAt, packPath } from './log';
import { decodePack, encodePack, packFault, type DecodedPack, type PackFault } from './pack';
import type { ReceiveParts, Taken } from './receive';

/**
 * Takes in packs that no head of their own device names and that the writer of this head holds (F17), as far as they are in `files`. No head vouches for
 * them, so every signature is checked.
 */
export async function takeInStrayPacks(parts: ReceiveParts, head: Head, files: readonly SpaceFile[]): Promise<Taken> {
  const { core, replica } = parts;
  const refused: Received['refused'][number][] = [];
  const missing: string[] = [];
  let revisions = 0;
  for (const path of head.strays) {
    const named = packAt(path);
    if (named === null || replica.has(path)) continue;
    if (core.revisions.packsRead(replica.space, named.device).has(named.hash)) continue;
    const bytes = files.find((file) => file.path === path)?.bytes;
    if (bytes === undefined) missing.push(path);
    else {
      const pack = await readStray(parts, path, bytes);
      if (pack === 'locked') continue;
      if (typeof pack === 'string') refused.push({ path, code: pack });
      else revisions += await keepStray(parts, pack, bytes);
    }
  }
  return { revisions, refused, missing };
}

async function readStray(
  { replica }: ReceiveParts,
  path: string,
  bytes: Uint8Array,
): Promise<DecodedPack | RefusalCode | PackFault> {
  const pack = await decodePack(bytes, true, replica.lock);
  if (pack === null) return packFault(bytes, replica.lock);
  if (pack.owner.space !== replica.space) return 'foreign-space';
  return packPath(pack.owner.device, pack.entry) === path ? pack : 'contradicts-log';
}

/** What has been erased here is left out, which makes it another pack. */
async function keepStray(
  parts: ReceiveParts,
  { owner, entry, revisions }: DecodedPack,
  bytes: Uint8Array,
): Promise<number> {
  const { core, replica, turn } = parts;
  const { device, space } = owner;
  const isNew = revisions.some(({ header }) => core.revisions.find(header.id) === null);
  if (device === core.device.current()?.device && isNew) await parts.renewDevice();
  const kept = revisions.map((revision) => withoutErased(core, space, revision));
  const changed = kept.some(({ body }, i) => body !== revisions[i]?.body);
  const pack = changed ? await encodePack(owner, kept, replica.lock) : { entry, bytes };
  await replica.keepStray(device, pack);
  const added = await takeIn(core, space, { hash: pack.entry.hash, revisions: kept }, turn);
  if (changed) await turn(() => core.revisions.notePacks(space, device, [entry.hash]));
  return added;
}

export function withoutErased({ revisions }: Pick<Core, 'revisions'>, space: SpaceId, revision: Revision): Revision {
  return revisions.isErased(space, revision.header.id) ? { ...revision, body: null } : revision;
}
