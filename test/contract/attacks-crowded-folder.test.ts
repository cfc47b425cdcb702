/** R11: a folder into which somebody put millions of empty files. What is read of it does not depend on how many there are. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mostEntries } from '../../electron/sync/transports/list-folder';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { countAttacks } from '../support/attack-count';
import { inMemory, temporaryFolder } from '../support/library-folders';
import { sharedSpace, type SyncDevice } from '../support/sync-devices';

const attacked = countAttacks('crowded folder');
/** A run with ten million: RAAKVLAK_EMPTY_FILES=10000000 (2 GB of memory where the folder is). */
const files = Math.max(mostEntries + 1_000, Number(process.env['RAAKVLAK_EMPTY_FILES'] ?? 0));

test(
  `${files} empty files among the heads stop a round within limits, and it goes on when they are gone`,
  { timeout: 60_000 + files / 10 },
  async () => {
    const folder = temporaryFolder(inMemory);
    const { devices, space } = await sharedSpace([folderTransport(folder), folderTransport(folder)], undefined, true);
    const [founder, member] = devices as [SyncDevice, SyncDevice];
    const made = await founder.library.createItem({ type: 'draft', space, set: { title: 'Echt' } });
    await founder.round();
    const crowd = join(folder, 'heads');
    mkdirSync(crowd, { recursive: true });
    for (let i = 0; i < files; i += 1)
      closeSync(openSync(join(crowd, `${i.toString(16).padStart(32, '0')}.json`), 'w'));
    attacked(files);
    const [memory, cpu] = [process.memoryUsage().heapUsed, process.cpuUsage()];
    await expect(member.round({ eager: true })).rejects.toMatchObject({ code: 'remote-crowded' });
    const { user, system } = process.cpuUsage(cpu);
    expect(process.memoryUsage().heapUsed - memory).toBeLessThan(100_000_000);
    expect((user + system) / 1_000).toBeLessThan(5_000);
    expect(member.library.get(made.id)).toBeNull();
    for (let i = 0; i < files; i += 1) await member.transport.remove(`heads/${i.toString(16).padStart(32, '0')}.json`);
    await member.round({ eager: true });
    expect(member.library.get(made.id)?.fields['title']).toBe('Echt');
  },
);

test('as many as a folder may have are passed by one after the other, until it is the storage', async () => {
  const folder = temporaryFolder(inMemory);
  const { devices, space } = await sharedSpace([folderTransport(folder), folderTransport(folder)]);
  const [founder, member] = devices as [SyncDevice, SyncDevice];
  const made = await founder.library.createItem({ type: 'draft', space, set: { title: 'Echt' } });
  await founder.round();
  const odd = 500;
  for (let i = 0; i < odd; i += 1)
    closeSync(openSync(join(folder, 'heads', `${'f'.repeat(28)}${String(i).padStart(4, '0')}.json`), 'w'));
  attacked(odd);
  await member.round({ eager: true });
  expect(member.library.get(made.id)?.fields['title']).toBe('Echt');
  expect(member.state.quarantine.list(space)).toHaveLength(odd);
});
