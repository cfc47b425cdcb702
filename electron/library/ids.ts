const alphabet = '0123456789abcdefghijklmnopqrstuv';

/** 26 characters, 130 random bits: for items and spaces. */
export function makeId(random: (sizeBytes: number) => Uint8Array): string {
  return Array.from(random(26), (byte) => alphabet[byte % 32]).join('');
}

export function isId(text: string): boolean {
  return /^[0-9a-z]{26}$/.test(text);
}
