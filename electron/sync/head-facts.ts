import { replaces, type Head, type HeadOrder } from '../library/head';
import type { LocalHead, LocalSpace } from '../library/local-space';

/** What decides which of two heads stands (F18), and what tells whether two are the same. */
export interface HeadFacts extends HeadOrder {
  /** Of the file's bytes. */
  readonly hash: string;
}

export function factsOf({ format, last, edition, sig }: Head, hash: string): HeadFacts {
  return { format, last, edition, sig, hash };
}

/** The number of a device's last revision; 0 when it has written nothing. */
export function lastN({ last }: Pick<Head, 'last'>): number {
  return last?.n ?? 0;
}

export function isNewer(next: HeadFacts, now: HeadFacts): boolean {
  return next.hash !== now.hash && replaces(next, now);
}

export interface PlacedHead extends LocalHead {
  readonly facts: HeadFacts;
}

/** By the path that each has in the shared folder. */
export async function localHeads(space: LocalSpace): Promise<ReadonlyMap<string, PlacedHead>> {
  const heads = await space.heads();
  return new Map(heads.map((local) => [local.path, { ...local, facts: factsOf(local.head, local.hash) }]));
}
