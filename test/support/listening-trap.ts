import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A server on this computer that nobody has a reason to speak to: it notes the first line of whatever reaches it. */
export interface Trap {
  readonly port: number;
  readonly seen: readonly string[];
  close(): Promise<void>;
}

export async function listeningTrap(): Promise<Trap> {
  const seen: string[] = [];
  const server = createServer((socket) => {
    const at = seen.push('a connection') - 1;
    socket.once('data', (bytes) => (seen[at] = bytes.toString('latin1').split('\r\n', 1)[0] ?? ''));
    socket.on('error', () => undefined);
    socket.on('data', () => socket.end('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    seen,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
