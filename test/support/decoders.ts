import { randomBytes } from 'node:crypto';
import { open, seal, sealWithPassphrase } from '../../electron/access/age/age';
import { AgeError } from '../../electron/access/age/age-error';
import { isArmored } from '../../electron/access/age/armor';
import { readHeader } from '../../electron/access/age/header';
import { identityOf } from '../../electron/access/age/x25519';
import { readNotice } from '../../electron/access/notice';
import { newEpochKey, unwrapEpochKey, wrapEpochKey } from '../../electron/library/epoch-key';
import { encodeHead, readHead } from '../../electron/library/head';
import { decodeMarker, encodeMarker } from '../../electron/library/marker';
import { decodePack, encodePack, packFault } from '../../electron/library/pack';
import { decodeList, encodeList } from '../../electron/library/pack-list';
import { sha256 } from '../../electron/library/hash';
import { openBlobs } from '../../electron/library/sealed-blobs';
import { encodeSignedJson } from '../../electron/library/signed-json';
import { signerOf } from '../../electron/library/signing';
import { EpochLock, openLock } from '../../electron/library/space-lock';
import { readListing } from '../../electron/sync/transports/webdav-listing';
import type { BlobHash, SpaceId } from '../../shared/base/ids';
import { canonicalJson, type JsonValue } from '../../shared/base/json';
import { logOf } from './space-logs';

/** What reads bytes that came from a folder, a server or another person. */
export interface Decoder {
  readonly name: string;
  /** The kind of file: what another of these reads may be one of this too. */
  readonly reads: 'marker' | 'head' | 'pack' | 'list' | 'blob' | 'age' | 'notice' | 'listing';
  /** What it reads without complaint. */
  readonly sound: Uint8Array;
  /** What the bytes say, as text, to be compared with what the sound ones say; null when they are refused. */
  read(bytes: Uint8Array): Promise<string | null>;
  /** Nothing in it proves itself, so that other bytes may say something else: it only has to answer. `read` gives null for every answer that it may give. */
  readonly unproven?: boolean;
}

const faulty = async (work: () => unknown): Promise<string | null> => {
  try {
    const value = await work();
    return value === null || value === undefined ? null : textOf(value);
  } catch (error) {
    if (error instanceof AgeError || (error as { code?: string }).code === 'remote-garbled') return null;
    throw error;
  }
};

/** The order of keys, which is not signed, does not count. */
function textOf(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : canonicalJson(value as JsonValue);
}

/** One of each, with a small sound file of its own. */
export async function decoders(): Promise<readonly Decoder[]> {
  const signer = signerOf(randomBytes(32));
  const member = identityOf(randomBytes(32));
  const space = 's'.repeat(26) as SpaceId;
  const owner = { space, device: signer.device, publicKey: signer.publicKey };
  const key = newEpochKey(1, randomBytes);
  const lock = new EpochLock();
  lock.add(key);
  const log = logOf(signer, ['Een', 'Twee', 'Drie']);
  const [pack, sealedPack] = [await encodePack(owner, log, openLock), await encodePack(owner, log, lock)];
  const list = await encodeList(owner, [pack.entry], openLock);
  const last = log.at(-1)?.header;
  if (last === undefined) throw new Error('no revisions');
  const head = encodeHead(
    {
      owner,
      edition: 1,
      last: { n: last.n, revision: last.id },
      packs: [pack.entry],
      older: null,
      seen: { ['a'.repeat(32)]: 3 } as never,
      missing: [],
      strays: [],
    },
    signer,
  );
  const marker = encodeMarker(
    {
      format: 1,
      space,
      name: 'Samen',
      kind: 'closed',
      founder: signer.publicKey,
      recipient: key.identity.recipient.text,
    },
    signer,
  );
  const notice = (more: Record<string, string | number | boolean>): Uint8Array =>
    encodeSignedJson({ format: 1, space, device: signer.device, key: signer.publicKey, edition: 1, ...more }, signer);
  const plain = Buffer.from('de inhoud van een bestand');
  const hash = sha256(plain) as BlobHash;
  const blob = lock.sealWhole({ hash, name: lock.blobNames(hash)[0] ?? '', sizeBytes: plain.length }, plain);
  const holder = { space, member: signer.device, recipient: member.recipient };
  const armor = (file: Uint8Array): Buffer => {
    const lines =
      Buffer.from(file)
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    return Buffer.from(`-----BEGIN AGE ENCRYPTED FILE-----\n${lines.join('\n')}\n-----END AGE ENCRYPTED FILE-----\n`);
  };
  const [aFile, pathOf] = [seal(plain, member.recipient, randomBytes), (kind: string) => `${kind}/${signer.device}`];
  const listing =
    '<?xml version="1.0"?><d:multistatus xmlns:d="DAV:"><d:response><d:href>/a/b.txt</d:href><d:propstat><d:prop><d:getcontentlength>3</d:getcontentlength><d:getetag>"x"</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>';
  const pieces = async function* (bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes);
  };
  return [
    { name: 'marker', reads: 'marker', sound: marker, read: (bytes) => faulty(() => decodeMarker(bytes)) },
    {
      name: 'head',
      reads: 'head',
      sound: head,

      read: (bytes) => faulty(() => (typeof readHead(bytes) === 'string' ? null : readHead(bytes))),
    },
    {
      name: 'pack',
      reads: 'pack',
      sound: pack.bytes,
      read: (bytes) => faulty(async () => (await decodePack(bytes, true, openLock))?.revisions),
    },
    {
      name: 'pack of a closed space',
      reads: 'pack',
      sound: sealedPack.bytes,
      read: (bytes) => faulty(async () => (await decodePack(bytes, true, lock))?.revisions),
    },
    {
      name: 'what is wrong with a pack',
      reads: 'pack',
      unproven: true,
      sound: pack.bytes,

      read: async (bytes) =>
        ['damaged', 'locked', 'newer-format'].includes(await packFault(bytes, lock)) ? null : 'unknown',
    },
    {
      name: 'list of packs',
      reads: 'list',
      sound: list.bytes,
      read: (bytes) => faulty(() => decodeList(bytes, owner, list.entry, openLock)),
    },
    {
      // As who keeps the folder makes it, with a head that names it.
      name: 'list of packs that is named as it is',
      reads: 'list',
      unproven: true,
      sound: list.bytes,

      read: (bytes) =>
        faulty(async () => {
          const packs = await decodeList(bytes, owner, { ...list.entry, hash: sha256(bytes) }, openLock);
          return packs === null || packs.every(({ from, to }) => from >= 1 && to >= from) ? null : packs;
        }),
    },
    {
      name: 'file of a closed space',
      reads: 'blob',
      sound: blob,
      read: async (bytes) => {
        const [opened] = await openBlobs(lock, [{ hash, bytes }], () => plain.length);
        // Whoever takes a file in holds it against its name.
        return opened === undefined || sha256(opened.bytes) !== hash ? null : textOf(opened.bytes);
      },
    },
    {
      name: 'key of an epoch',
      reads: 'age',
      sound: wrapEpochKey(key, holder, signer, randomBytes),
      read: (bytes) => faulty(() => unwrapEpochKey(bytes, member)),
    },
    {
      name: 'age header',
      reads: 'age',
      unproven: true,
      sound: aFile.subarray(0, 200),
      read: (bytes) => faulty(() => (readHeader(bytes).stanzas.length > 0 ? null : 'empty')),
    },
    { name: 'age file', reads: 'age', sound: aFile, read: (bytes) => faulty(() => open(bytes, [member])) },
    {
      name: 'age file as text',
      reads: 'age',
      sound: armor(aFile),
      read: (bytes) => faulty(() => (isArmored(bytes) ? open(bytes, [member]) : null)),
    },
    {
      name: 'age file with a passphrase',
      reads: 'age',
      sound: sealWithPassphrase(plain, 'correct paard', randomBytes, 1),
      // Not what asks for work: that is refused by its limit, not by what is in it.
      read: (bytes) =>
        faulty(() =>
          /-> scrypt \S+ 1\n/.test(Buffer.from(bytes).toString('latin1')) ? open(bytes, ['correct paard']) : null,
        ),
    },
    {
      name: 'card',
      reads: 'notice',
      sound: notice({ title: 'Kaart', owner: 'x', status: '', at: '', withdrawn: false }),

      read: (bytes) => faulty(() => readNotice(`${pathOf('cards')}-${'c'.repeat(26)}.json`, bytes, space)),
    },
    {
      name: 'request',
      reads: 'notice',
      sound: notice({ sealed: aFile.toString('base64') }),

      read: (bytes) => faulty(() => readNotice(`${pathOf('requests')}.json`, bytes, space)),
    },
    {
      name: 'answer',
      reads: 'notice',
      sound: notice({ sealed: 'AAAA' }),

      read: (bytes) => faulty(() => readNotice(`requests/${'b'.repeat(32)}-${signer.device}.json`, bytes, space)),
    },
    {
      name: 'listing of a server',
      reads: 'listing',
      unproven: true,
      sound: Buffer.from(listing),
      read: (bytes) =>
        faulty(async () => {
          const entries = await readListing(pieces(bytes), { place: 'x', path: 'y' });
          return entries.every(({ path }) => typeof path === 'string') ? null : 'strange';
        }),
    },
  ];
}
