import { AppError } from '../../shared/base/errors';
import type { Brake } from '../../shared/model/sync';
import { sha256 } from '../library/hash';
import { limits } from '../library/limits';
import { decodeMarker, markerFormat, markerName } from '../library/marker';
import { deviceOf } from '../library/signing';
import { readRemote, type RoundContext } from './round-context';

/** Sync stands still until somebody chooses. Thrown before anything was written or taken in. */
export class Braked extends Error {
  override readonly name = 'Braked';

  constructor(readonly brake: Brake) {
    super(brake.reason);
  }
}

const someShare = 0.2;

/** A few files that are gone are put back; many at once, or all, is a broken, emptied or half mounted folder. */
export function isAlarming(gone: number, of: number): boolean {
  return gone > 0 && (gone === of || gone > Math.max(1, someShare * of));
}

/** Throws `Braked` when many of the heads that were seen there are gone at once. The marker is looked at first: it says more. */
export async function brakeOnLoss(context: RoundContext, gone: readonly string[]): Promise<void> {
  if (context.mode.putBack) return;
  const seen = [...context.state.heads].filter(([, head]) => head.seen).map(([path]) => path);
  const lost = gone.filter((path) => seen.includes(path)).length;
  if (lost === 0) return;
  await checkMarker(context);
  if (isAlarming(lost, seen.length)) throw new Braked({ reason: 'files-gone', gone: lost, of: seen.length });
}

/**
 * Reads the marker of the shared folder. Throws `Braked` when it is missing, damaged or another space's. A missing one is put back when
 * somebody chose that; the wrong space never.
 */
export async function checkMarker(context: RoundContext): Promise<void> {
  const { space, state, signal, pace } = context;
  const own = await space.markerBytes();
  const bytes = await context.transport.read(markerName, { limitBytes: limits.marker, signal, pace });
  if (bytes instanceof Uint8Array && (markerFormat(bytes) ?? 0) > 1) throw new AppError('space-newer');
  const marker = bytes instanceof Uint8Array ? decodeMarker(bytes) : null;
  if (marker === null) {
    if (!context.mode.putBack) throw new Braked({ reason: 'marker-missing', gone: 1, of: 1 });
    return putMarker(context, own);
  }
  if (marker.space !== space.id || marker.founder !== space.marker.founder)
    throw new Braked({ reason: 'wrong-space', gone: 0, of: 0 });
  state.marker = sha256(bytes as Uint8Array);
  if (!isFounder(context) && !Buffer.from(own).equals(bytes as Uint8Array))
    await context.takeMarker(bytes as Uint8Array);
}

/** The founder's own marker says something new (the space's name): it takes the place of the one that is there. */
export async function bringMarker(context: RoundContext): Promise<void> {
  if (!isFounder(context)) return;
  const own = await context.space.markerBytes();
  if (context.state.marker !== null && context.state.marker !== sha256(own)) await putMarker(context, own);
}

function isFounder({ space, self }: RoundContext): boolean {
  return self() === deviceOf(space.marker.founder);
}

/** Puts the marker and looks whether it was kept. Error: `remote-garbled`. */
async function putMarker(context: RoundContext, bytes: Uint8Array): Promise<void> {
  const { transport, state, signal, pace } = context;
  await transport.write(markerName, { sizeBytes: bytes.length, content: bytes, pace }, signal);
  const kept = await readRemote(context, markerName, limits.marker);
  if (!(kept instanceof Uint8Array) || !Buffer.from(kept).equals(bytes))
    throw new AppError('remote-garbled', { place: transport.place, path: markerName });
  state.marker = sha256(bytes);
}
