import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { webdavTransport, type WebdavOptions } from '../../electron/sync/transports/webdav-transport';
import { scriptedServer } from './scripted-server';

export const login = { user: 'anna', password: 'geheim' };

/** What a test opened; `stopAll` after each test. */
export const stops: (() => Promise<unknown>)[] = [];

export async function stopAll(): Promise<void> {
  for (const stop of stops.splice(0)) await stop();
}

export type Script = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

/** A transport to a server that answers as the script says. */
export async function serving(script: Script, options: Partial<WebdavOptions> = {}, how: { early?: boolean } = {}) {
  const server = await scriptedServer(script, how);
  const transport = webdavTransport({ address: server.url, login, random: randomBytes, ...options });
  stops.push(server.stop, transport.close);
  return { server, transport };
}

export interface Failure {
  readonly code: string;
  readonly params: Record<string, unknown>;
}

export async function failure(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    return error as Failure;
  }
  return { code: 'nothing thrown', params: {} };
}
