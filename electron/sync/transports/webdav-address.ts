import { AppError } from '../../../shared/base/errors';
import type { Credentials } from './http-login';
import { isLoopback } from './http-proxy';
import { parsedUrl } from './url';

export interface WebdavAddress {
  /** Of the folder; its path ends in a slash, and it holds no user or password. */
  readonly url: URL;
  readonly place: string;
  /** What was in the address, for who types them there. */
  readonly login: Credentials | null;
}

/** Errors: `remote-address` when it is not an address of http or https. */
export function webdavAddress(address: string): WebdavAddress {
  const trimmed = address.trim();
  const url = parsedUrl(trimmed);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new AppError('remote-address', { place: trimmed.replace(/\/\/[^/]*@/, '//') });
  const login =
    url.username === '' ? null : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  const plain = new URL(`${url.origin}${url.pathname.replace(/\/*$/, '/')}`);
  return { url: plain, place: plain.href.replace(/\/$/, ''), login };
}

/** A password travels over TLS, or does not leave this computer, or somebody allowed it. Errors: `remote-insecure`. */
export function refuseOpenPassword({ url, place }: WebdavAddress, login: Credentials | null, isAllowed: boolean): void {
  if (login !== null && url.protocol === 'http:' && !isLoopback(url.hostname) && !isAllowed)
    throw new AppError('remote-insecure', { place });
}
