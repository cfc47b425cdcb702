const smallest = 4096;

/**
 * The size that files of a closed space are filled up to (FORMAT.md, F12), so that a size tells little: everything up to 4 KiB looks the same, and what is larger takes
 * one eighth more at most.
 */
export function sizeClass(sizeBytes: number): number {
  const step = Math.max(smallest, 2 ** Math.floor(Math.log2(Math.max(sizeBytes, 1))) / 8);
  return Math.max(1, Math.ceil(sizeBytes / step)) * step;
}
