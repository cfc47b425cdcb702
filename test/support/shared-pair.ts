import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../../electron/library/hash';
import type { Service } from '../../electron/service/open-service';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { FileRef } from '../../shared/model/file-ref';
import type { Place } from '../../shared/model/sync';
import { temporaryFolder } from './library-folders';
import { openTestService, type TestService } from './service-folders';

export interface Pair {
  readonly base: string;
  readonly anna: Service;
  readonly bram: Service;
  /** What Anna's window was told. */
  readonly events: TestService['events'];
  readonly space: SpaceId;
  readonly place: Place;
}

/** Two libraries with one space between them, in step. */
export async function pair(): Promise<Pair> {
  const base = temporaryFolder();
  const { service: anna, events } = await openTestService(base, 'Anna');
  const { service: bram } = await openTestService(base, 'Bram');
  const place: Place = { kind: 'folder', path: join(base, 'shared') };
  const { id: space } = await anna.call('spaces.create', { name: 'Regio Noord', place });
  await anna.call('sync.now', { id: null });
  await bram.call('spaces.open', { place });
  await exchange(bram, anna);
  return { base, anna, bram, events, space, place };
}

/** Rounds of all, in turn, twice. */
export async function exchange(...services: readonly Service[]): Promise<void> {
  for (const service of [...services, ...services]) await service.call('sync.now', { id: null });
}

/** Puts bytes where `who` keeps the files of the space, as an import would, for an item that names them. */
export function putFile({ base, space }: Pick<Pair, 'base' | 'space'>, who: 'Anna' | 'Bram', name: string): FileRef {
  const bytes = Buffer.from(`Tekst van ${name}`);
  const hash = sha256(bytes);
  const path = join(base, who, 'library', 'spaces', space, 'blobs', hash.slice(0, 2), hash);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return { hash, name, mediaType: 'text/plain', sizeBytes: bytes.length } as FileRef;
}

/** A document of Anna in the space, not yet with Bram. */
export async function makeDocument(both: Pair, name: string): Promise<ItemId> {
  const set = { title: name, file: { ...putFile(both, 'Anna', `${name}.txt`) } };
  const made = await both.anna.call('items.create', { type: 'document', change: { set }, space: both.space });
  return made.state.id;
}
