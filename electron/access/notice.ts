import { z } from 'zod';
import type { DeviceId, SpaceId } from '../../shared/base/ids';
import type { JsonValue } from '../../shared/base/json';
import { limits } from '../library/limits';
import { isSignedBy, readSignedJson } from '../library/signed-json';
import { deviceOf } from '../library/signing';

/**
 * What lies beside the encrypted part of a closed space: a card, `cards/<device>-<id>.json`; a request for access, `requests/<device>.json`; an answer to one,
 * `requests/<asker>-<device>.json`; the key for requests, `requests/<device>-key.json`. Each is a signed object with one writer, the device in its name, and only a higher `edition` of it takes its place.
 */
export interface Notice {
  readonly kind: 'card' | 'request' | 'answer' | 'key';
  readonly path: string;
  readonly device: DeviceId;
  readonly key: string;
  /** The second part of the name: a card's id, or who is answered. */
  readonly about: string | null;
  readonly edition: number;
  readonly content: Readonly<Record<string, JsonValue>>;
  readonly sig: string;
}

const card = /^cards\/([0-9a-f]{32})-([0-9a-z]{26})\.json$/;
const request = /^requests\/([0-9a-f]{32})\.json$/;
const requestKey = /^requests\/([0-9a-f]{32})-key\.json$/;
const answer = /^requests\/([0-9a-f]{32})-([0-9a-f]{32})\.json$/;

export const noticeFolders = ['cards', 'requests'] as const;
/** The most of one folder that is looked at: whoever keeps it could put there what they like. */
export const mostNotices = 1_000;

type Named = Pick<Notice, 'kind' | 'path' | 'device' | 'about'>;

/** What a path in the folder is; null for every other name. */
export function namedNotice(path: string): Named | null {
  const asked = request.exec(path);
  if (asked !== null) return { kind: 'request', path, device: asked[1] as DeviceId, about: null };
  const named = requestKey.exec(path);
  if (named !== null) return { kind: 'key', path, device: named[1] as DeviceId, about: null };
  const answered = answer.exec(path);
  if (answered !== null) return { kind: 'answer', path, device: answered[2] as DeviceId, about: answered[1] as string };
  const shown = card.exec(path);
  return shown === null ? null : { kind: 'card', path, device: shown[1] as DeviceId, about: shown[2] as string };
}

const schema = z.looseObject({
  format: z.literal(1),
  space: z.string(),
  device: z.string(),
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  edition: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
});

/** null unless the name, the size, the shape, the space, the device and the signature hold, in this order. */
export function readNotice(path: string, bytes: Uint8Array, space: SpaceId): Notice | null {
  const named = namedNotice(path);
  const signed = named === null ? null : readSignedJson(bytes, limits.marker);
  const parsed = schema.safeParse(signed?.content);
  if (named === null || signed === null || !parsed.success) return null;
  const { key, device, edition } = parsed.data;
  const fits = parsed.data.space === space && device === named.device && deviceOf(key) === device;
  return fits && isSignedBy(signed, key) ? { ...named, key, edition, content: signed.content, sig: signed.sig } : null;
}

export function isNewerNotice(notice: Notice, than: Notice | null): boolean {
  if (than === null || notice.edition !== than.edition) return notice.edition > (than?.edition ?? 0);
  return notice.sig > than.sig;
}
