import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands before a server and counts what goes over the wire. */
export interface ByteCounter {
  /** The server's address as it is through here. */
  readonly url: string;
  /** Both ways, so far: heads, bodies and all. */
  moved(): number;
  stop(): Promise<void>;
}

export async function startByteCounter(target: string): Promise<ByteCounter> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let bytes = 0;
  const join = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.on('data', (piece) => (bytes += piece.length)).pipe(to);
    from.on('error', () => to.destroy()).on('close', () => sockets.delete(from));
  };
  const server = createServer((socket) => {
    const onward = connect(Number(port), hostname);
    join(socket, onward);
    join(onward, socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    moved: () => bytes,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
