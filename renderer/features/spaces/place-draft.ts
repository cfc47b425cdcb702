import { typedPath, wholePath } from '../../../shared/base/whole-path';
import type { Place } from '../../../shared/model/sync';

/** A place as it is being filled in: both kinds side by side, so that switching loses nothing. */
export interface PlaceDraft {
  readonly kind: Place['kind'];
  readonly path: string;
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

const emptyPlace: PlaceDraft = { kind: 'folder', path: '', url: '', user: '', password: '' };

export function draftOf(place: Place | undefined): PlaceDraft {
  if (place === undefined) return emptyPlace;
  if (place.kind === 'folder') return { ...emptyPlace, path: place.path };
  return { ...emptyPlace, kind: 'webdav', url: place.url, user: place.user ?? '', password: place.password ?? '' };
}

/** The place that a draft names; null as long as it names none. */
export function placeOf({ kind, path, url, user, password }: PlaceDraft): Place | null {
  if (kind === 'folder') return wholePath.test(typedPath(path)) ? { kind, path: typedPath(path) } : null;
  if (!isAddress(url.trim())) return null;
  return {
    kind,
    url: url.trim(),
    ...(user.trim() === '' ? {} : { user: user.trim() }),
    ...(password === '' ? {} : { password }),
  };
}

/** A web address; the trusted side judges it again. */
function isAddress(text: string): boolean {
  if (!/^https?:\/\/[^/\s]+/i.test(text)) return false;
  try {
    return new URL(text).hostname !== '';
  } catch {
    return false;
  }
}
