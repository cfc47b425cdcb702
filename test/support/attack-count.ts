import { afterAll } from 'vitest';

/**
 * How many places and files are tried by chance: few every day; `npm run soak` asks for more. What a test draws follows from the seed in its title.
 */
export const attackSize = {
  seed: Number(process.env['RAAKVLAK_SEED'] ?? 20240601),
  mutations: Number(process.env['RAAKVLAK_ATTACKS'] ?? 300),
  /** Spoiled inputs for each decoder (R12). */
  perDecoder: Number(process.env['RAAKVLAK_DECODER_INPUTS'] ?? 1_500),
  /** Places in which one byte is changed (R11). */
  places: Number(process.env['RAAKVLAK_CHANGED_BYTES'] ?? 1_000),
  /** Messages from the window (R15). */
  messages: Number(process.env['RAAKVLAK_MESSAGES'] ?? 2_000),
} as const;

/** Counts what a file tries; printed at its end. An attack that succeeds fails its test. */
export function countAttacks(theme: string): (n?: number) => void {
  let attacks = 0;
  afterAll(() => console.log(`attacks, ${theme}: ${attacks} tried`));
  return (n = 1) => {
    attacks += n;
  };
}
