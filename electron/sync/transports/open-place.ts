import type { Place } from '../../../shared/model/sync';
import type { Timers } from '../timers';
import type { Transport } from '../transport';
import { extraCertificates } from './certificates';
import { folderTransport } from './folder-transport';
import { proxyFor } from './http-proxy';
import { webdavAddress } from './webdav-address';
import { webdavTransport } from './webdav-transport';
import { withRetries } from './with-retries';

export interface PlaceOptions {
  readonly timers: Timers;
  readonly random: (sizeBytes: number) => Uint8Array;
  /** Where the proxy is looked up, unless `proxy` says it, and certificates that the system does not know. */
  readonly env: NodeJS.ProcessEnv;
  readonly proxy?: string | null;
  /** PEM; trusted besides those of the system. */
  readonly certificates?: readonly string[];
}

/** On a disk what fails once seldom passes by itself; a server may be restarting. */
const folderTries = 4;

/** The way to a place that tries again what is worth it. Errors at once, before anything is sent: `remote-address`, `remote-insecure`. */
export function placeOpener(options: PlaceOptions): (place: Place) => Promise<Transport> {
  const random = (): number => Buffer.from(options.random(4)).readUInt32LE() / 2 ** 32;
  const { timers } = options;
  return (place) =>
    Promise.resolve().then(() =>
      place.kind === 'folder'
        ? withRetries(folderTransport(place.path), { timers, random, tries: folderTries })
        : withRetries(openServer(place, options), { timers, random }),
    );
}

function openServer({ url, user, password = '' }: Place & { kind: 'webdav' }, options: PlaceOptions): Transport {
  return webdavTransport({
    address: url,
    login: user === undefined ? null : { user, password },
    proxy: options.proxy === undefined ? proxyFor(webdavAddress(url).url, options.env) : options.proxy,
    certificates: [...(options.certificates ?? []), ...extraCertificates(options.env)],
    random: options.random,
  });
}
