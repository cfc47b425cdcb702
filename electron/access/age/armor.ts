import { AgeError } from './age-error';

const begin = '-----BEGIN AGE ENCRYPTED FILE-----';
const end = '-----END AGE ENCRYPTED FILE-----';
const columns = 64;

export function isArmored(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).toString('latin1').trimStart().startsWith('-----BEGIN');
}

/** An age file as text that can be mailed. Strict, as the format asks: one spelling, but for white space around it and CR LF. Error: AgeError `armor`. */
export function decodeArmor(bytes: Uint8Array): Buffer {
  const lines = Buffer.from(bytes).toString('latin1').trim().split(/\r?\n/);
  const body = lines.slice(1, -1);
  const shaped = body.every(
    ({ length }, i) => length === columns || (i === body.length - 1 && length > 0 && length < columns),
  );
  if (lines[0] !== begin || lines.at(-1) !== end || !shaped) throw new AgeError('armor');
  const text = body.join('');
  const decoded = Buffer.from(text, 'base64');
  if (decoded.toString('base64') !== text) throw new AgeError('armor');
  return decoded;
}
