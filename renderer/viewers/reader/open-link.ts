import { ask } from '../../bridge/client';

/** Lets the trusted side show where a link goes and open it in the system browser; what it refuses stays closed. */
export function openLink(url: string): void {
  ask('links.open', { url: url.slice(0, 4_000) }).catch(() => undefined);
}
