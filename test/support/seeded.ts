export { seededRandom as seeded } from './corpus';

export function pick<T>(random: () => number, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T;
}

/** One to `most` different values. */
export function pickSome<T>(random: () => number, values: readonly T[], most: number): T[] {
  const count = 1 + Math.floor(random() * most);
  return [...new Set(Array.from({ length: count }, () => pick(random, values)))];
}
