import { randomBytes } from 'node:crypto';
import { openLibrary } from '../../electron/library/library';

// Opens the library it is told and holds it until it is killed.
const [folder, witnessFolder] = process.argv.slice(2) as [string, string];
openLibrary({ folder, witnessFolder, clock: () => new Date(), random: (sizeBytes) => randomBytes(sizeBytes) }).then(
  (library) => {
    process.stdout.write('open\n');
    setInterval(() => library.spaces(), 1_000);
  },
  (error: unknown) => {
    process.stdout.write(`${String((error as { code?: unknown }).code)}\n`);
    process.exit(1);
  },
);
