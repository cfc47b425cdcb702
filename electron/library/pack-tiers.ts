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
 * in its life, a commit still writes one pack, and a log has at most 64 packs besides the full ones.
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
