import { startApache, startRclone, type WebdavServer } from '../support/webdav-servers';
import { atMost, type BenchContext, type Row } from './measure';
import { documentLibrary, firstSync, firstSyncRows, type FirstSync } from './shared-space';

const servers = {
  'rclone serve webdav': () => startRclone(undefined, '5m'),
  'Apache mod_dav': () => startApache({ auth: 'basic', tls: false }),
};

/** P6: the documents of the folder, to two WebDAV servers on this computer. */
export async function syncWebdavBench(context: BenchContext): Promise<readonly Row[]> {
  const documents = context.quick ? 1_000 : 10_000;
  const from = await documentLibrary(context, documents);
  const rows: Row[] = [];
  for (const [name, start] of Object.entries(servers)) {
    const costs: FirstSync = { up: [], down: [] };
    for (let run = 0; run < context.runs; run += 1) await over(await start(), context, from, costs);
    rows.push(
      ...firstSyncRows(costs, `${documents.toLocaleString('en')} documents, ${name}`, {
        up: { goal: atMost(25, 's'), peer: { name: 'Joplin', value: null, published: '196 s' } },
        down: { goal: atMost(20, 's'), peer: { name: 'Joplin', value: null, published: '97 s' } },
      }),
    );
  }
  return rows;
}

async function over(server: WebdavServer, context: BenchContext, from: string, costs: FirstSync): Promise<void> {
  try {
    const { url, user, password } = server;
    await firstSync(context, from, { kind: 'webdav', url: `${url}Samen`, user, password }, costs);
    context.say(`${(await server.requests()).length} requests in all`);
  } finally {
    await server.stop();
  }
}
