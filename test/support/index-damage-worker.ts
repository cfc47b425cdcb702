import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import { openLibrary, type Library } from '../../electron/library/library';
import { seededRandom } from './corpus';

// Damages an index at one place after the other and opens it; says on stdout what came of each, one line of JSON. Begins with the index as it lies there
// when the one before it died of it.
const [folder, witnessFolder, wholePath, seedText, fromText, toText, begunText] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const path = join(folder, 'index.sqlite');
const whole = readFileSync(wholePath);

function damage(place: number): void {
  const random = seededRandom(Number(seedText) * 100_003 + place);
  const bytes = Buffer.from(whole);
  const at = Math.floor(random() * bytes.length);
  const end = Math.min(at + 1 + Math.floor(random() * 64), bytes.length);
  for (let i = at; i < end; i += 1) bytes[i] = Math.floor(random() * 256);
  writeFileSync(path, bytes);
}

/** Opens and looks at everything; damage that turns up on the way is told as such, and mended by the next opening. */
async function openWhole(): Promise<{ library: Library; told: string }> {
  for (let opening = 1; ; opening += 1) {
    const random = (sizeBytes: number): Uint8Array => randomBytes(sizeBytes);
    const library = await openLibrary({ folder, witnessFolder, clock: () => new Date(), random, machine: 'machine-1' });
    try {
      const { problems } = await library.verify();
      return { library, told: problems.length > 0 ? 'mended' : opening > 1 ? 'made anew' : 'harmless' };
    } catch (error) {
      await library.close();
      if (opening > 1 || !(error instanceof AppError) || error.code !== 'index-damaged') throw error;
    }
  }
}

async function work(): Promise<void> {
  for (let place = Number(fromText); place < Number(toText); place += 1) {
    if (begunText !== 'begun' || place > Number(fromText)) damage(place);
    const { library, told } = await openWhole();
    const [space] = library.spaces().filter(({ kind }) => kind === 'open');
    const hash = space === undefined ? '' : library.stateHash(space.id);
    writeSync(1, `${JSON.stringify({ place, told, hash, items: [...library.items()].length })}\n`);
    await library.close();
  }
}

void work();
