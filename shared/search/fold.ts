const special: Readonly<Record<string, string>> = {
  ĳ: 'ij',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};
const beyondAscii = /[^\u0000-\u007f]/;

/**
 * Lower case without accents: what is compared when people search. `ĳ` becomes `ij`, typographic apostrophes and hyphens
 * become plain ones, soft hyphens go. The length may differ from that of `text`.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!beyondAscii.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[‘’‛ʼ`´]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/[ĳßæœøłđı]/g, (letter) => special[letter] ?? letter);
}
