import { z } from 'zod';
import { atLeast } from '../../shared/access/role';
import type { Core } from './core';
import type { DeviceKeys } from './device';
import { epochName, keyPath, newEpochKey, type EpochKey } from './epoch-key';
import { readLimited } from './files';
import { limits } from './limits';
import type { Replica } from './replica';
import { keyFilesFor, lockOf, type KeyHolder } from './space-keys';
import { EpochLock } from './space-lock';
import { writeFileAtomic } from './write-file-atomic';

type Random = (sizeBytes: number) => Uint8Array;

/** Beside the space, and only here: which of its keys this library made. */
const file = 'made-keys.json';
const schema = z.array(z.string());

/** From now on a new key, for these devices and this one. Errors: `space-locked`, `field-invalid` (recipient). */
export async function makeKey(
  core: Core,
  replica: Replica,
  holders: readonly KeyHolder[],
  random: Random,
): Promise<void> {
  const lock = lockOf(replica);
  const signer = await core.device.ensure();
  const reader = core.device.reader() as DeviceKeys;
  const key = newEpochKey((lock.keys[0]?.number ?? 0) + 1, random);
  const own = { device: signer.device, recipient: reader.identity.recipient.text };
  const all = [own, ...holders.filter(({ device }) => device !== own.device)];
  await replica.write(all.flatMap((holder) => keyFilesFor(replica, [key], holder, signer, random)));
  const made = [...(await madeKeys(replica)), epochName(key)];
  await writeFileAtomic(replica.absolute(file), Buffer.from(JSON.stringify(made)));
  lock.add(key);
}

/**
 * Whoever made a key gives it to members of whom they hear later: another coordinator may have let them in, or linked a device, without having seen that key. Nobody else does, for
 * who did not make it cannot tell who was to be kept out by it. Only on a coordinator's device. Gives whether there was something to give.
 */
export async function giveMadeKeys(core: Core, replica: Replica, random: Random): Promise<boolean> {
  const { lock, space } = replica;
  const keys = core.device.reader();
  const membership = lock instanceof EpochLock ? core.judges.membership(space) : null;
  if (keys === null || membership === null || membership.now.of(keys.signer.device)?.role !== 'coordinate')
    return false;
  const names = new Set(await madeKeys(replica));
  const made = names.size === 0 ? [] : (lock as EpochLock).keys.filter((key) => names.has(epochName(key)));
  const readers = [...membership.now.all.values()].filter(({ role }) => atLeast(role, 'read'));
  const holders = readers.flatMap(({ devices }) => devices).filter(({ recipient }) => recipient !== '');
  const files = holders.flatMap((holder) => filesFor(replica, made, holder, keys, random));
  if (files.length > 0) await replica.write(files);
  return files.length > 0;
}

function filesFor(
  replica: Replica,
  made: readonly EpochKey[],
  holder: KeyHolder,
  { signer }: DeviceKeys,
  random: Random,
): ReturnType<typeof keyFilesFor> {
  const lacking = made.filter((key) => !replica.has(keyPath(key, holder.device)));
  return lacking.length === 0 ? [] : keyFilesFor(replica, lacking, holder, signer, random);
}

async function madeKeys(replica: Replica): Promise<readonly string[]> {
  const bytes = await readLimited(replica.absolute(file), limits.marker);
  try {
    return bytes instanceof Uint8Array ? schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))) : [];
  } catch {
    return [];
  }
}
