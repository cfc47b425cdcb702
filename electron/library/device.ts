import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import { realpathSync } from 'node:fs';
import { z } from 'zod';
import { identityOf, type Identity } from '../access/age/x25519';
import type { DeviceId, RevisionId, SpaceId } from '../../shared/base/ids';
import { readLimited } from './files';
import { limits } from './limits';
import type { SecretBox } from './secret-box';
import type { ProblemDesk } from './set-aside';
import { signerOf, type Signer } from './signing';
import { fileNumber, type Testimony, type Witness } from './witness';
import { writeFileAtomic } from './write-file-atomic';

export type LogEnds = Testimony['logs'];

/** A device's two keys: one to sign, one to read what is encrypted to it. */
export interface DeviceKeys {
  readonly signer: Signer;
  readonly identity: Identity;
}

/** Who signs here. */
export interface Device {
  /** Who can read here: the last device, also when it may not write any more. */
  reader(): DeviceKeys | null;
  /** null when the key that is here may not be used: then the next write makes a new one. */
  current(): Signer | null;
  /** The current signer, or a new device with a log of its own. */
  ensure(): Promise<Signer>;
  /** A new device from now on, whatever the current one is. */
  renew(): Promise<Signer>;
  /** Remembers outside the library how far the current log is. */
  record(logs: LogEnds): Promise<void>;
}

export interface DeviceParts {
  readonly libraryFolder: string;
  readonly witness: Witness;
  readonly secretBox: SecretBox;
  readonly random: (sizeBytes: number) => Uint8Array;
  readonly desk: ProblemDesk;
  /** True when the library has this revision as that device's number `n`. */
  readonly hasRevision: (space: SpaceId, device: DeviceId, n: number, revision: RevisionId) => boolean;
  readonly found: DeviceKeys | null;
  /** Gives a new device what the one before it could read; done before the old key is gone. */
  readonly handOver: (next: DeviceKeys) => Promise<void>;
}

const keyFile = 'device/device.json';
const keySchema = z.object({ format: z.literal(1), device: z.string(), secret: z.string() });

/**
 * Opens the device key and lets it be used only when the witness confirms that this folder is where its log was last written,
 * and that nothing of that log is lost. A restored backup, a copied library, a copied profile and a second machine each fail that.
 */
export async function openDevice(parts: DeviceParts): Promise<Device> {
  const path = join(parts.libraryFolder, keyFile);
  const folder = realpathSync(parts.libraryFolder);
  const found = parts.found?.signer ?? null;
  const proven =
    found !== null &&
    continues(parts, await parts.witness.recall(found.device), folder, await fileNumber(path), found.device);
  if (found !== null && !proven) parts.desk.report({ code: 'device-replaced', file: keyFile, device: found.device });
  let signer = proven ? found : null;
  let reader = parts.found;
  let number = await fileNumber(path);
  const record = async (device: DeviceId, logs: LogEnds): Promise<void> =>
    parts.witness.record({ device, installation: parts.witness.installation, folder, keyFile: number, logs });
  const renew = async (): Promise<Signer> => {
    const secret = parts.random(32);
    const keys = keysOf(secret);
    const made = keys.signer;
    await parts.handOver(keys);
    const content = {
      format: 1,
      device: made.device,
      secret: Buffer.from(parts.secretBox.protect(secret)).toString('base64'),
    };
    await writeFileAtomic(path, Buffer.from(JSON.stringify(content)), 0o600);
    number = await fileNumber(path);
    await record(made.device, {});
    signer = made;
    reader = keys;
    return made;
  };
  return {
    reader: () => reader,
    current: () => signer,
    ensure: async () => signer ?? renew(),
    renew,
    record: async (logs) => {
      if (signer !== null) await record(signer.device, logs);
    },
  };
}

/** The age identity follows from the secret that signs (HKDF, RFC 5869), so whoever keeps or restores the one has both. */
export function keysOf(secret: Uint8Array): DeviceKeys {
  const derived = Buffer.from(hkdfSync('sha256', secret, '', 'raakvlak/age-identity', 32));
  return { signer: signerOf(secret), identity: identityOf(derived) };
}

/** The keys that lie in a library; null when there are none, or when they cannot be read: then they are put aside. */
export async function readDeviceKeys({
  libraryFolder,
  secretBox,
  desk,
}: Pick<DeviceParts, 'libraryFolder' | 'secretBox' | 'desk'>): Promise<DeviceKeys | null> {
  const bytes = await readLimited(join(libraryFolder, keyFile), limits.marker);
  if (bytes === 'missing') return null;
  try {
    const content = keySchema.parse(JSON.parse(Buffer.from(bytes as Uint8Array).toString('utf8')));
    const keys = keysOf(secretBox.unprotect(Buffer.from(content.secret, 'base64')));
    if (keys.signer.device === content.device) return keys;
  } catch {
    // Falls through: whatever is wrong with the file, it is kept and a new device takes over.
  }
  await desk.setAside('key-damaged', keyFile);
  return null;
}

function continues(
  { witness, hasRevision }: DeviceParts,
  told: Testimony | null,
  folder: string,
  number: string,
  device: DeviceId,
): boolean {
  if (told === null || told.installation !== witness.installation) return false;
  if (told.folder !== folder && told.keyFile !== number) return false;
  return Object.entries(told.logs).every(([space, { n, revision }]) =>
    hasRevision(space as SpaceId, device, n, revision),
  );
}
