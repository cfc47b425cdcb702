import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSpace, type FoundSpace } from './read-space';
import { fixtureSpaces, hashesBelow, memberSecret, writeSpaceFixtures } from './space-fixtures';

// Makes test/fixtures/space-format anew: only for a new version of the format. What a version reads must stay readable for ever.
const target = process.argv[2] as string;

async function make(): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  await writeSpaceFixtures(target);
  const files = hashesBelow(target);
  const spaces: Record<string, FoundSpace> = {};
  for (const name of fixtureSpaces)
    spaces[name] = await readSpace(join(target, name), name === 'closed' ? memberSecret(target) : undefined);
  writeFileSync(join(target, 'expected.json'), `${JSON.stringify({ files, spaces }, null, 2)}\n`);
}

make().catch((error: unknown) => {
  process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});
