import type { IncomingMessage } from 'node:http';
import { AppError, type ErrorCode } from '../../../shared/base/errors';
import { discard } from './http-client';

/** What a server's refusal means to a person; what is not here is `remote-failed`. Meanings that depend on the request are seen to before. */
const codeOf: Readonly<Record<number, ErrorCode>> = {
  401: 'remote-login',
  403: 'remote-denied',
  405: 'remote-read-only',
  407: 'remote-denied',
  408: 'remote-busy',
  413: 'remote-too-large',
  423: 'remote-busy',
  425: 'remote-busy',
  429: 'remote-busy',
  503: 'remote-busy',
  507: 'remote-full',
};

export function statusError(answer: IncomingMessage, place: string, path: string, sizeBytes = 0): AppError {
  const status = answer.statusCode ?? 0;
  const code = status >= 200 && status < 400 ? 'remote-garbled' : (codeOf[status] ?? 'remote-failed');
  return new AppError(code, {
    place,
    path,
    reason: `HTTP ${status}`,
    ...(code === 'remote-busy' ? { retryAfterMs: retryAfterMs(answer) } : {}),
    ...(code === 'remote-too-large' ? { limitMb: Math.floor(sizeBytes / 1e6) } : {}),
  });
}

/** `Retry-After` in milliseconds; a date is taken against the server's own clock, so that ours need not be right. 0 when it does not say. */
function retryAfterMs({ headers }: IncomingMessage): number {
  const value = headers['retry-after'];
  if (value === undefined) return 0;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const ms = Date.parse(value) - Date.parse(headers.date ?? '');
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

/** True for an answer that says there is no such file; it is then done with. */
export function isAbsent(answer: IncomingMessage): boolean {
  if (answer.statusCode !== 404 && answer.statusCode !== 410) return false;
  discard(answer);
  return true;
}
