import { AppError, type ErrorCode } from '../../../shared/base/errors';

/** What the operating system says, on a disk, a share or a connection. What is not here is `remote-failed`. */
const codeOf: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'remote-full',
  EDQUOT: 'remote-full',
  EACCES: 'remote-denied',
  EPERM: 'remote-denied',
  EROFS: 'remote-read-only',
  EBUSY: 'remote-busy',
  EAGAIN: 'remote-busy',
  ETXTBSY: 'remote-busy',
  EMFILE: 'remote-busy',
  ENFILE: 'remote-busy',
  ENOTFOUND: 'remote-unreachable',
  EAI_AGAIN: 'remote-unreachable',
  ECONNREFUSED: 'remote-unreachable',
  ECONNRESET: 'remote-unreachable',
  ECONNABORTED: 'remote-unreachable',
  EPIPE: 'remote-unreachable',
  ETIMEDOUT: 'remote-unreachable',
  EHOSTUNREACH: 'remote-unreachable',
  EHOSTDOWN: 'remote-unreachable',
  ENETUNREACH: 'remote-unreachable',
  ENETDOWN: 'remote-unreachable',
  ENOTCONN: 'remote-unreachable',
  ESTALE: 'remote-unreachable',
  ENODEV: 'remote-unreachable',
  ENXIO: 'remote-unreachable',
};

/** Any failure as people are told it. One that is already an AppError stays, but for those of writing a local file, which hold the reason. */
export function remoteError(error: unknown, place: string, path: string): AppError {
  if (error instanceof AppError) {
    const local = error.code === 'disk-full' || error.code === 'write-failed';
    if (!local) return error;
    return remoteError(error.cause ?? new Error(String(error.params['reason'])), place, path);
  }
  const { code, name, message } = error as NodeJS.ErrnoException;
  if (name === 'AbortError') return new AppError('cancelled', {}, { cause: error });
  const reason = code ?? message;
  const params = { place, path, reason };
  const remoteCode = codeOf[reason] ?? 'remote-failed';
  return new AppError(remoteCode, remoteCode === 'remote-busy' ? { ...params, retryAfterMs: 0 } : params, {
    cause: error,
  });
}

export function tooLarge(place: string, path: string, limitBytes: number): AppError {
  return new AppError('remote-too-large', { place, path, limitMb: Math.ceil(limitBytes / 1e6) });
}

/** Errors: `cancelled`. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('cancelled');
}

/** Runs one action of a transport; what it throws becomes a `remote-` error about this place and path. */
export async function attempt<T>(
  place: string,
  path: string,
  signal: AbortSignal | undefined,
  action: () => Promise<T>,
): Promise<T> {
  stopIfCancelled(signal);
  try {
    return await action();
  } catch (error) {
    throw signal?.aborted === true ? new AppError('cancelled', {}, { cause: error }) : remoteError(error, place, path);
  }
}
