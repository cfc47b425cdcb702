import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import { realpathSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../shared/base/errors';
import { identityOf, type Identity } from '../access/age/x25519';
import type { DeviceId, RevisionId, SpaceId } from '../../shared/base/ids';
import { readLimited } from './files';
import { limits } from './limits';
import { plainSecretBox, type SecretBox } from './secret-box';
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
  /** Who lends this library its keys for as long as a recovery lasts (`borrow`); null as a rule. */
  lender(): DeviceKeys | null;
  borrow(lender: DeviceKeys | null): void;
  /** Its key is guarded, and nothing here opens it: then nothing can be written. */
  isShut(): boolean;
  /** The current signer, or a new device with a log of its own. Error: `keys-protected`. */
  ensure(): Promise<Signer>;
  /** A new device from now on, whatever the current one is. A key that nothing opens is put aside. */
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
  readonly found: FoundKeys;
  /** Gives a new device what the one before it could read; done before the old key is gone. */
  readonly handOver: (next: DeviceKeys) => Promise<void>;
}

const keyFile = 'device/device.json';
/** `sealed`: a secret box guards the secret, so that without one the file is left as it is. */
const keySchema = z.object({
  format: z.literal(1),
  device: z.string(),
  secret: z.string(),
  sealed: z.boolean().default(false),
});

/** What lies in a library, as far as it can be read. */
export interface FoundKeys {
  readonly keys: DeviceKeys | null;
  /** A secret that nothing guards. */
  readonly bare: Uint8Array | null;
  /** It is guarded, and nothing here opens it. */
  readonly isShut: boolean;
}

const nothing: FoundKeys = { keys: null, bare: null, isShut: false };

/**
 * Opens the device key and lets it be used only when the witness confirms that this folder is where its log was last written,
 * and that nothing of that log is lost. A restored backup, a copied library, a copied profile and a second machine each fail that.
 */
export async function openDevice(parts: DeviceParts): Promise<Device> {
  const path = join(parts.libraryFolder, keyFile);
  const folder = realpathSync(parts.libraryFolder);
  const found = parts.found.keys?.signer ?? null;
  const proven =
    found !== null &&
    continues(parts, await parts.witness.recall(found.device), folder, await fileNumber(path), found.device);
  if (found !== null && !proven) parts.desk.report({ code: 'device-replaced', file: keyFile, device: found.device });
  let signer = proven ? found : null;
  let reader = parts.found.keys;
  let lender: DeviceKeys | null = null;
  let number = await fileNumber(path);
  const record = async (device: DeviceId, logs: LogEnds): Promise<void> =>
    parts.witness.record({ device, installation: parts.witness.installation, folder, keyFile: number, logs });
  const keep = async (device: DeviceId, secret: Uint8Array): Promise<void> => {
    const { secretBox } = parts;
    const kept = Buffer.from(secretBox.protect(secret)).toString('base64');
    const content = { format: 1, device, secret: kept, sealed: secretBox !== plainSecretBox };
    await writeFileAtomic(path, Buffer.from(JSON.stringify(content)), 0o600);
    number = await fileNumber(path);
  };
  // Something guards keys here now, and did not when it was made.
  const { bare } = parts.found;
  let { isShut } = parts.found;
  if (signer !== null && bare !== null && parts.secretBox !== plainSecretBox) {
    const told = await parts.witness.recall(signer.device);
    await keep(signer.device, bare);
    await record(signer.device, told?.logs ?? {});
  }
  const renew = async (): Promise<Signer> => {
    if (isShut) await parts.desk.setAside('key-damaged', keyFile);
    isShut = false;
    const secret = parts.random(32);
    const keys = keysOf(secret);
    const made = keys.signer;
    await parts.handOver(keys);
    await keep(made.device, secret);
    await record(made.device, {});
    signer = made;
    reader = keys;
    return made;
  };
  return {
    reader: () => reader,
    lender: () => lender,
    borrow: (keys) => {
      lender = keys;
    },
    current: () => signer,
    isShut: () => isShut,
    ensure: async () => {
      if (isShut) throw new AppError('keys-protected');
      return signer ?? renew();
    },
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

/** The keys that lie in a library. Those that cannot be read though they should are put aside. */
export async function readDeviceKeys({
  libraryFolder,
  secretBox,
  desk,
}: Pick<DeviceParts, 'libraryFolder' | 'secretBox' | 'desk'>): Promise<FoundKeys> {
  const bytes = await readLimited(join(libraryFolder, keyFile), limits.marker);
  if (bytes === 'missing') return nothing;
  try {
    const content = keySchema.parse(JSON.parse(Buffer.from(bytes as Uint8Array).toString('utf8')));
    if (content.sealed && secretBox === plainSecretBox) return { ...nothing, isShut: true };
    const secret = (content.sealed ? secretBox : plainSecretBox).unprotect(Buffer.from(content.secret, 'base64'));
    const keys = keysOf(secret);
    if (keys.signer.device === content.device) return { keys, bare: content.sealed ? null : secret, isShut: false };
  } catch {
    // Falls through: whatever is wrong with the file, it is kept and a new device takes over.
  }
  await desk.setAside('key-damaged', keyFile);
  return nothing;
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
