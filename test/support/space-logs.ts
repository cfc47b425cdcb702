import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { Revision } from '../../shared/revision/revision';
import { encodeHead, type Head } from '../../electron/library/head';
import type { SpaceFile } from '../../electron/library/local-space';
import { encodePack, type EncodedPack } from '../../electron/library/pack';
import { sealRevision } from '../../electron/library/revision-seal';
import { signerOf, type Signer } from '../../electron/library/signing';
import { openLock } from '../../electron/library/space-lock';
import { twoPeers, type Peer } from './library-spaces';

export const [writer, stranger] = [signerOf(Buffer.alloc(32, 3)), signerOf(Buffer.alloc(32, 5))];
export const itemId = (letter: string): ItemId => letter.repeat(26) as ItemId;
export const term = (title: string): { set: { type: string; title: string } } => ({ set: { type: 'term', title } });

/** Revisions of one device, each with an item of its own, after `before`. */
export function logOf(signer: Signer, titles: readonly string[], before: Revision | null = null): readonly Revision[] {
  const revisions: Revision[] = [];
  for (const title of titles) {
    const last = revisions.at(-1) ?? before;
    const n = (last?.header.n ?? 0) + 1;
    const header = {
      item: itemId('abcdefghijkl'[n] as string),
      parents: [],
      device: signer.device,
      n,
      prev: last?.header.id ?? null,
    };
    revisions.push(sealRevision({ ...header, at: '2024-01-01T00:00:00.000Z' }, term(title), signer));
  }
  return revisions;
}

export interface Written {
  readonly head: Uint8Array;
  readonly files: readonly SpaceFile[];
}

export const ownerIn = (space: SpaceId, signer: Signer): Head['owner'] => ({
  space,
  device: signer.device,
  publicKey: signer.publicKey,
});

/** Head and packs as a device would put them in a shared folder. */
export async function written(
  space: SpaceId,
  signer: Signer,
  logs: readonly (readonly Revision[])[],
  more: Partial<Head> = {},
): Promise<Written & { packs: readonly EncodedPack[] }> {
  const owner = ownerIn(space, signer);
  const packs: EncodedPack[] = [];
  for (const log of logs) packs.push(await encodePack(owner, log, openLock));
  const { n, id } = (logs.at(-1)?.at(-1) as Revision).header;
  const entries = packs.map(({ entry }) => entry);
  const content = {
    owner,
    edition: 1,
    last: { n, revision: id },
    packs: entries,
    older: null,
    seen: {},
    missing: [],
    strays: [],
  };
  return {
    head: encodeHead({ ...content, ...more }, signer),
    files: packs.map(({ entry, bytes }) => ({ path: `log/${signer.device}/${entry.from}-${entry.hash}.pack`, bytes })),
    packs,
  };
}

export async function emptyPeer(): Promise<Peer> {
  return (await twoPeers()).two;
}

export const titlesIn = ({ library }: Peer): readonly unknown[] =>
  [...library.items()].map(({ fields }) => fields['title']).sort();
export const codesIn = ({ library }: Peer): readonly string[] => library.problems().map(({ code }) => code);
