const mebibyte = 1024 * 1024;

/** What bytes from a folder must meet before they reach a parser. Sizes in bytes. */
export const limits = {
  marker: mebibyte / 16,
  head: mebibyte,
  list: 4 * mebibyte,
  /** A pack as it is on disk. */
  pack: 4 * mebibyte,
  /** A pack unpacked: what reading one may cost in memory. */
  packText: 32 * mebibyte,
  /** A key file of a closed space. */
  key: 4096,
  /** One revision's body; leaves room for a pack around it even when it does not compress. */
  body: 3 * mebibyte,
  /** Files that a head may say its writer looks for; a number. */
  missing: 100,
  /** Packs that a head may name because no head of their own device does; a number. */
  strays: 100,
} as const;
