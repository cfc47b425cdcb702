/** Up to this size a file is carried whole, in memory, together with others. */
export const smallFileBytes = 1024 * 1024;
const mostFiles = 256;
const mostBytes = 8 * 1024 * 1024;

/** Divides files, in order, into parts that fit in memory and that nobody has to wait for long. */
export function batchesOf<T extends { readonly sizeBytes: number }>(files: readonly T[]): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let total = 0;
  for (const file of files) {
    const last = batches.at(-1);
    total += file.sizeBytes;
    if (last !== undefined && last.length < mostFiles && total <= mostBytes) last.push(file);
    else {
      batches.push([file]);
      total = file.sizeBytes;
    }
  }
  return batches;
}
