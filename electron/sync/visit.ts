import { AppError } from '../../shared/base/errors';
import type { SpaceId } from '../../shared/base/ids';
import type { Inspection } from '../../shared/model/sync';
import { limits } from '../library/limits';
import { decodeMarker, markerFormat, markerName, type Marker } from '../library/marker';
import { deviceOfHeadName } from './space-paths';
import type { Transport } from './transport';

/** Left by file managers and syncers in folders that people call empty. */
const litter = /^(\..*|desktop\.ini|thumbs\.db)$/i;

export type Found =
  | { readonly kind: 'empty' }
  | { readonly kind: 'other-files'; readonly count: number }
  | { readonly kind: 'space'; readonly marker: Marker; readonly bytes: Uint8Array };

/** What is at a place, without changing it. Errors: `space-newer`, `space-damaged`, and those of the transport. */
export async function visit(transport: Transport, signal?: AbortSignal): Promise<Found> {
  const options = signal === undefined ? {} : { signal };
  const bytes = await transport.read(markerName, { limitBytes: limits.marker, ...options });
  if (bytes !== null) {
    if ((markerFormat(bytes) ?? 0) > 1) throw new AppError('space-newer');
    const marker = decodeMarker(bytes);
    if (marker === null) throw new AppError('space-damaged');
    return { kind: 'space', marker, bytes };
  }
  const files = ((await transport.list('', signal)) ?? []).map(({ name }) => name);
  const names = [...files, ...(await transport.folders('', signal))].filter((name) => !litter.test(name));
  return names.length === 0 ? { kind: 'empty' } : { kind: 'other-files', count: names.length };
}

/**
 * Puts the marker into an empty folder, or finds it there already. The folder itself is made when it is not there: a person just named it. Errors:
 * `space-folder-not-empty`, `space-folder-other`, `remote-garbled`, those of `visit`.
 */
export async function claimFolder(transport: Transport, space: SpaceId, marker: Uint8Array): Promise<void> {
  const { place } = transport;
  await transport.makeRoot();
  const found = await visit(transport);
  if (found.kind === 'other-files') throw new AppError('space-folder-not-empty', { place, count: found.count });
  if (found.kind === 'space') {
    if (found.marker.space === space) return;
    throw new AppError('space-folder-other', { place, name: found.marker.name });
  }
  await transport.write(markerName, { sizeBytes: marker.length, content: marker });
  const kept = await transport.read(markerName, { limitBytes: limits.marker });
  if (kept === null || !Buffer.from(kept).equals(marker))
    throw new AppError('remote-garbled', { place, path: markerName });
}

interface Inspecting {
  readonly known: ReadonlySet<SpaceId>;
  /** The folder can be made when it is not there: what it would be in is. */
  readonly canMake: boolean;
}

/** What `visit` finds, for people, who may be told that it failed. */
export async function inspectPlace(transport: Transport, { known, canMake }: Inspecting): Promise<Inspection> {
  try {
    const found = await visit(transport);
    if (found.kind !== 'space') return found;
    const heads = (await transport.list('heads')) ?? [];
    const devices = new Set(heads.map(({ name }) => deviceOfHeadName(name)).filter((device) => device !== null));
    const { space, name, kind, owner } = found.marker;
    return {
      kind: 'space',
      id: space,
      name,
      closed: kind === 'closed',
      ...(owner === undefined ? {} : { owner }),
      participants: devices.size,
      known: known.has(space),
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'remote-missing-folder' && canMake) return { kind: 'no-folder' };
    return { kind: 'failed', code: error.code, params: error.params };
  }
}
