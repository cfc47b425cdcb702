import type { DeviceId } from '../../shared/base/ids';
import type { Head, ListEntry } from './head';
import { packName, type PackEntry } from './pack';
import { listName } from './pack-list';

/** A device's log in one space, as its head and its list describe it. */
export interface Log {
  readonly head: Head;
  /** The head as its owner signed it; null when it was put together from the packs. */
  readonly bytes: Uint8Array | null;
  /** Every pack that is known of, in order. */
  readonly packs: readonly PackEntry[];
  /** Those of them that the list names; empty when there is none, or when it is not here. */
  readonly listed: readonly PackEntry[];
}

/** Its list is named and not here; the packs are then those that lie here. */
export function lacksList({ head, listed }: Log): boolean {
  return head.older !== null && listed.length === 0;
}

/** True when each revision from `from` to `to` is in one of these packs. */
export function covers(packs: readonly PackEntry[], { from, to }: Pick<PackEntry, 'from' | 'to'>): boolean {
  let next = from;
  for (const pack of packs) if (pack.from <= next && pack.to >= next) next = pack.to + 1;
  return next > to;
}

export function isSigned({ bytes }: Log): boolean {
  return bytes !== null;
}

export function packPath(device: DeviceId, entry: Pick<PackEntry, 'from' | 'hash'>, kind = 'log'): string {
  return `${kind}/${device}/${packName(entry)}`;
}

const packFile = /^log\/([0-9a-f]{32})\/(\d{1,15})-([0-9a-f]{64})\.pack$/;

/** What a path of a pack says of it; null when it is not one, so that a path from a stranger's head leads nowhere else. */
export function packAt(
  path: string,
): { readonly device: DeviceId; readonly from: number; readonly hash: string } | null {
  const [, device, from, hash] = packFile.exec(path) ?? [];
  return hash === undefined ? null : { device: device as DeviceId, from: Number(from), hash };
}

export function listPath(device: DeviceId, entry: ListEntry): string {
  return `log/${device}/${listName(entry)}`;
}

/** As many in the head as keep it below about 1.8 kB; this many stay when the rest moves to a list. */
const mostInHead = 9;
const leftInHead = 3;

/** Divides the packs of a log over list and head: `listed` stays as it is as long as it can, because it is a file to write and to carry. */
export function divide(
  packs: readonly PackEntry[],
  listed: readonly PackEntry[],
): { readonly listed: readonly PackEntry[]; readonly inHead: readonly PackEntry[] } {
  const unchanged = listed.every((entry, i) => entry.hash === packs[i]?.hash);
  const kept = unchanged ? listed : [];
  if (packs.length - kept.length <= mostInHead) return { listed: kept, inHead: packs.slice(kept.length) };
  return { listed: packs.slice(0, -leftInHead), inHead: packs.slice(-leftInHead) };
}
