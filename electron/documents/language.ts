import type { DocumentLanguage } from './document-text';

/** Frequent function words, none of them a word of two of these languages. */
const functionWords: Readonly<Record<DocumentLanguage, readonly string[]>> = {
  nl: [
    'het',
    'een',
    'van',
    'voor',
    'niet',
    'zijn',
    'dat',
    'met',
    'aan',
    'worden',
    'wordt',
    'naar',
    'ook',
    'bij',
    'maar',
    'deze',
    'dit',
    'uit',
    'om',
    'te',
  ],
  en: [
    'the',
    'of',
    'and',
    'to',
    'for',
    'that',
    'with',
    'are',
    'this',
    'not',
    'from',
    'by',
    'which',
    'have',
    'has',
    'their',
    'it',
    'be',
    'or',
    'they',
  ],
  de: [
    'der',
    'das',
    'und',
    'ist',
    'nicht',
    'mit',
    'von',
    'zu',
    'den',
    'dem',
    'ein',
    'eine',
    'auf',
    'für',
    'sich',
    'werden',
    'auch',
    'sind',
    'wird',
    'einer',
  ],
  fr: [
    'le',
    'la',
    'les',
    'et',
    'est',
    'une',
    'dans',
    'pour',
    'que',
    'qui',
    'pas',
    'sur',
    'par',
    'avec',
    'sont',
    'aux',
    'ce',
    'plus',
    'il',
    'au',
  ],
};

const languageOf = new Map(
  Object.entries(functionWords).flatMap(([language, words]) =>
    words.map((word) => [word, language as DocumentLanguage] as const),
  ),
);

const sampleCharacters = 6_000;
const minimumHits = 4;

/** The language most of the text's function words belong to; null when there are too few to tell or two languages are close. */
export function guessLanguage(pages: readonly string[]): DocumentLanguage | null {
  const hits: Record<DocumentLanguage, number> = { nl: 0, en: 0, de: 0, fr: 0 };
  for (const word of sample(pages)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []) {
    const language = languageOf.get(word);
    if (language !== undefined) hits[language] += 1;
  }
  const [first, second] = (Object.entries(hits) as [DocumentLanguage, number][]).sort((a, b) => b[1] - a[1]);
  if (first === undefined || second === undefined) return null;
  return first[1] >= minimumHits && first[1] > second[1] * 1.5 ? first[0] : null;
}

/** From the middle: covers and colophons are often in another language than the text. */
function sample(pages: readonly string[]): string {
  if (pages.length === 1) {
    const text = pages[0] ?? '';
    return text.slice(Math.max(0, (text.length - sampleCharacters) / 2)).slice(0, sampleCharacters);
  }
  let text = '';
  for (let i = 0; i < pages.length && text.length < sampleCharacters; i++) {
    text += `${pages[(Math.floor(pages.length / 2) + i) % pages.length] ?? ''}\n`;
  }
  return text.slice(0, sampleCharacters);
}
