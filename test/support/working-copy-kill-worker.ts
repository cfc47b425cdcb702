import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { ItemId } from '../../shared/base/ids';
import { openLibrary } from '../../electron/library/library';
import { openWorkingCopies } from '../../electron/service/working-copies/working-copies';

// Looks after the working copies of a library until it is killed, or until it is told on stdin to stop; says what it took in, one line of JSON each.
const [folder, witnessFolder, copiesFolder, item, uid] = process.argv.slice(2) as [
  string,
  string,
  string,
  ItemId,
  string,
];
if (uid !== '') process.setuid?.(Number(uid));
const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`);

async function work(): Promise<void> {
  const library = await openLibrary({
    folder,
    witnessFolder,
    clock: () => new Date(),
    random: (size) => randomBytes(size),
  });
  const heldNow = (): unknown => (library.get(item)?.fields['file'] as { hash: string } | undefined)?.hash;
  const copies = await openWorkingCopies({
    library,
    folder: copiesFolder,
    clock: () => new Date(),
    timers: {
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    tell: () => undefined,
    stored: () => say({ held: heldNow() }),
  });
  await copies.open(item);
  say({ open: true, held: heldNow(), state: copies.list()[0]?.state });
  process.stdin.on('data', (text) => {
    if (text.toString().includes('stop')) void copies.close().then(() => process.exit(0));
  });
  for (;;) {
    await copies.look({ settled: true });
    const [copy] = copies.list();
    say({ looked: true, state: copy?.state, error: copy?.error?.code });
    await wait(1);
  }
}

work().catch((error: unknown) => {
  say({ failed: String(error instanceof Error ? error.stack : error) });
  process.exit(1);
});
