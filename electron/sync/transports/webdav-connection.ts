import type { IncomingMessage } from 'node:http';
import { AppError } from '../../../shared/base/errors';
import { isAboutCertificate } from './certificates';
import { discard, type HttpClient, type HttpRequest } from './http-client';
import type { HttpLogin } from './http-login';
import { attempt } from './remote-error';
import { parsedUrl } from './url';
import { statusError } from './webdav-status';

export interface WebdavConnection {
  readonly place: string;
  /** Path of the folder on the server, with a slash at its end. */
  readonly rootPath: string;
  /** The answer whatever its status, but for redirects and 401, which are settled here. */
  send(request: Omit<HttpRequest, 'target'> & { path: string; isFolder?: boolean }): Promise<IncomingMessage>;
  /** Runs what reads an answer; its failures become `remote-` errors. */
  about<T>(path: string, signal: AbortSignal | undefined, action: () => Promise<T>): Promise<T>;
}

const redirects = 5;

/**
 * Logs in, follows redirects within the server, and knows where the folder is. Errors: `remote-login`, `remote-moved` for a redirect to elsewhere,
 * which is never followed because it would take the password and the files along.
 */
export function webdavConnection(client: HttpClient, login: HttpLogin, url: URL, place: string): WebdavConnection {
  const ask = async (request: HttpRequest, path: string): Promise<IncomingMessage> => {
    for (let isRepeated = false; ; isRepeated = true) {
      const authorization = login.header(request.method, request.target);
      const headers = { ...request.headers, ...(authorization === undefined ? {} : { Authorization: authorization }) };
      const answer = await client.send({ ...request, headers });
      if (answer.statusCode !== 401) return answer;
      discard(answer);
      const challenge = answer.headers['www-authenticate'] ?? '';
      if (isRepeated || !login.challenged(challenge, authorization)) throw statusError(answer, place, path);
    }
  };
  return {
    place,
    rootPath: url.pathname,
    send: async ({ path, isFolder = false, ...request }) => {
      let target = `${url.pathname}${path}${isFolder && path !== '' ? '/' : ''}`;
      for (let hop = 0; hop < redirects; hop += 1) {
        const answer = await ask({ ...request, target }, path);
        const location = isRedirect(answer) ? answer.headers.location : undefined;
        if (location === undefined) return answer;
        discard(answer);
        const next = parsedUrl(location, new URL(target, url));
        if (next?.origin !== url.origin)
          throw new AppError('remote-moved', {
            place,
            target: next === null ? location : `${next.origin}${next.pathname}`,
          });
        target = `${next.pathname}${next.search}`;
      }
      throw new AppError('remote-failed', { place, path, reason: `${redirects} redirects` });
    },
    about: (path, signal, action) =>
      attempt(place, path, signal, async () => {
        try {
          return await action();
        } catch (error) {
          if (!isAboutCertificate(error)) throw error;
          const reason = String((error as NodeJS.ErrnoException).code);
          throw new AppError('remote-certificate', { place, reason }, { cause: error });
        }
      }),
  };
}

function isRedirect({ statusCode = 0 }: IncomingMessage): boolean {
  return [301, 302, 303, 307, 308].includes(statusCode);
}
