import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import { readRecipient, type Recipient } from '../access/age/x25519';
import type { DeviceId } from '../../shared/base/ids';
import type { DeviceKeys } from './device';
import { epochName, keyAt, keyPath, unwrapEpochKey, wrapEpochKey, type EpochKey, type KeyGrant } from './epoch-key';
import { namesIn, readLimited } from './files';
import { limits } from './limits';
import type { Marker } from './marker';
import type { Replica } from './replica';
import { deviceOf, type Signer } from './signing';
import { EpochLock } from './space-lock';

type Random = (sizeBytes: number) => Uint8Array;

/** A device that is given keys. */
export interface KeyHolder {
  readonly device: DeviceId;
  /** `age1…`. */
  readonly recipient: string;
}

/** The keys of a space. Error: `space-locked` when it is not closed, or none is here. */
export function lockOf({ lock }: Pick<Replica, 'lock'>): EpochLock {
  if (!(lock instanceof EpochLock) || !lock.canWrite) throw new AppError('space-locked');
  return lock;
}

/** The keys that lie in a replica and were given to this device. They were judged when they came. */
export async function loadKeys(folder: string, own: DeviceKeys | null): Promise<EpochLock> {
  const lock = new EpochLock();
  if (own === null) return lock;
  for (const epoch of await namesIn(join(folder, 'keys'))) {
    const path = `keys/${epoch}/${own.signer.device}`;
    const bytes = await readLimited(join(folder, path), limits.key);
    const found = bytes instanceof Uint8Array ? openKeyFile(path, bytes, own) : null;
    if (found !== null) lock.add(found.key);
  }
  return lock;
}

/** null unless it is ours and its name is right. */
export function openKeyFile(
  path: string,
  bytes: Uint8Array,
  own: DeviceKeys,
): { readonly grant: KeyGrant; readonly key: EpochKey } | null {
  const named = keyAt(path);
  const found = unwrapEpochKey(bytes, own.identity);
  const fits =
    found !== null && named !== null && named.epoch === epochName(found.key) && named.member === found.grant.member;
  return fits && found.grant.member === own.signer.device ? found : null;
}

/** The number and the recipient of the newest key that is here; null without one. */
export function newestKeyOf({
  lock,
}: Pick<Replica, 'lock'>): { readonly epoch: number; readonly recipient: string } | null {
  const key = lock instanceof EpochLock ? lock.keys[0] : undefined;
  return key === undefined ? null : { epoch: key.number, recipient: key.identity.recipient.text };
}

/** The keys of a replica that were given to this device, with who gave them. */
export function ownKeysIn(
  replica: Replica,
  reader: DeviceKeys,
): readonly (NonNullable<ReturnType<typeof openKeyFile>> & { readonly path: string })[] {
  if (!(replica.lock instanceof EpochLock)) return [];
  return replica.lock.keys.flatMap((key) => {
    const path = keyPath(key, reader.signer.device);
    if (!replica.has(path)) return [];
    const found = openKeyFile(path, readFileSync(replica.absolute(path)), reader);
    return found === null ? [] : [{ ...found, path }];
  });
}

/**
 * Whether a key may be used (FORMAT.md, F28). Who keeps the folder could put one there that he has himself, and read what is written from then on: so the first key is the
 * one in the marker, and a later one was given by the founder, a coordinator, or this device to itself.
 */
export function mayUse(
  grant: KeyGrant,
  marker: Pick<Marker, 'space' | 'founder' | 'recipient'>,
  own: Pick<Signer, 'publicKey'>,
  isCoordinator: (device: DeviceId) => boolean,
): boolean {
  if (grant.space !== marker.space) return false;
  if (grant.key === own.publicKey || grant.key === marker.founder) return true;
  return grant.epoch === 1 ? grant.recipient === marker.recipient : isCoordinator(deviceOf(grant.key));
}

/** Key files for one holder, for each of these keys. Error: `field-invalid` (recipient). */
export function keyFilesFor(
  { space }: Pick<Replica, 'space'>,
  keys: readonly EpochKey[],
  holder: KeyHolder,
  signer: Signer,
  random: Random,
): readonly { readonly path: string; readonly bytes: Uint8Array }[] {
  const recipient = checkRecipient(holder.recipient);
  return keys.map((key) => ({
    path: keyPath(key, holder.device),
    bytes: wrapEpochKey(key, { space, member: holder.device, recipient }, signer, random),
  }));
}

/** A new device of this library reads on where the one before it stopped. */
export async function handOver(replicas: Iterable<Replica>, next: DeviceKeys, random: Random): Promise<void> {
  const holder = { device: next.signer.device, recipient: next.identity.recipient.text };
  for (const replica of replicas)
    if (replica.lock instanceof EpochLock)
      await replica.write(keyFilesFor(replica, replica.lock.keys, holder, next.signer, random));
}

/** Paths of the key files that lie in a replica. */
export async function keyPaths(replica: Replica): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const epoch of await namesIn(replica.absolute('keys')))
    for (const member of await namesIn(replica.absolute(`keys/${epoch}`))) paths.push(`keys/${epoch}/${member}`);
  return paths.filter((path) => keyAt(path) !== null);
}

function checkRecipient(text: string): Recipient {
  const recipient = readRecipient(text);
  if (recipient === null) throw new AppError('field-invalid', { field: 'recipient' });
  return recipient;
}
