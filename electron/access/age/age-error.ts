/**
 * Why an age file was not opened. `header`, `armor`, `mac` and `payload`: it is not what the format asks; `no-match`: it is for somebody else;
 * `too-large`: it goes past a limit, and nothing of it was looked at further.
 */
export type AgeFault = 'header' | 'armor' | 'mac' | 'payload' | 'no-match' | 'too-large';

export class AgeError extends Error {
  constructor(readonly fault: AgeFault) {
    super(`age file: ${fault}`);
  }
}
