import { limits } from './limits';

export interface PackSize {
  readonly sizeBytes: number;
  readonly textBytes: number;
}

const fanOut = 8;
const smallestTierBytes = 1024;

/** 0 up to 8 KiB, then one more for each eightfold. */
function tierOf({ sizeBytes }: PackSize): number {
  return Math.max(0, Math.floor(Math.log(Math.max(sizeBytes, 1) / smallestTierBytes) / Math.log(fanOut)));
}

function plus(a: PackSize, b: PackSize): PackSize {
  return { sizeBytes: a.sizeBytes + b.sizeBytes, textBytes: a.textBytes + b.textBytes };
}

function fits({ sizeBytes, textBytes }: PackSize): boolean {
  return sizeBytes <= limits.pack && textBytes <= limits.packText;
}

/**
 * How many of the last packs a new one should take up. Eight of a tier become one of the next, so a byte is rewritten a few times
 * in its life and a commit still writes one pack.
 */
export function packsToAbsorb(packs: readonly PackSize[], added: PackSize): number {
  let taken = 0;
  let sum = added;
  for (;;) {
    const tier = tierOf(sum);
    let run = 0;
    let total = sum;
    let full = false;
    for (let i = packs.length - 1 - taken; i >= 0 && !full; i -= 1) {
      const pack = packs[i] as PackSize;
      if (tierOf(pack) > tier) break;
      full = !fits(plus(total, pack));
      if (full) break;
      total = plus(total, pack);
      run += 1;
    }
    if (run === 0 || (run < fanOut - 1 && !full)) return taken;
    taken += run;
    sum = total;
  }
}

const manyPacks = 64;

/**
 * Runs of packs, as [first, end), that fit in one pack each; none as long as there are few. Large additions can leave small packs
 * behind them that `packsToAbsorb` does not come back to. Together they keep a log to 64 packs and one for each 2 MiB.
 */
export function loosePacks(packs: readonly PackSize[]): readonly (readonly [number, number])[] {
  const sizeBytes = packs.reduce((sum, pack) => sum + pack.sizeBytes, 0);
  if (packs.length <= manyPacks - 2 + sizeBytes / (limits.pack / 2)) return [];
  const runs: [number, number][] = [];
  for (let first = 0; first < packs.length;) {
    let end = first + 1;
    let sum = packs[first] as PackSize;
    for (let next = packs[end]; next !== undefined && fits(plus(sum, next)); next = packs[end]) {
      sum = plus(sum, next);
      end += 1;
    }
    if (end > first + 1) runs.push([first, end]);
    first = end;
  }
  return runs;
}
