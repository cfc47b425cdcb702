export interface WordTools {
  /** The words of a text, folded, in order. */
  words(text: string): readonly string[];
  stem(word: string): string;
  /** The parts of a folded compound; empty or null when it is none. */
  partsOf?(word: string): readonly string[] | null;
}

export interface TextToken {
  /** As written, folded. */
  readonly word: string;
  readonly stem: string;
  /** The parts of a compound; empty when it is none. */
  readonly parts: readonly { readonly word: string; readonly stem: string }[];
}

/** How insight reads a text: the words in order, each with what it is compared by. */
export type TextAnalysis = (text: string) => readonly TextToken[];

/** From what search takes words apart with, so that both mean the same by a word. */
export function textAnalysis({ words, stem, partsOf = () => null }: WordTools): TextAnalysis {
  const known = new Map<string, TextToken>();
  const tokenOf = (word: string): TextToken => {
    let token = known.get(word);
    if (token === undefined) {
      const parts = (partsOf(word) ?? []).map((part) => ({ word: part, stem: stem(part) }));
      token = { word, stem: stem(word), parts };
      if (known.size >= cacheSize) known.clear();
      known.set(word, token);
    }
    return token;
  };
  return (text) => words(text).map(tokenOf);
}

const cacheSize = 100_000;

/** Words that say nothing about a subject, and those that every record of this field has. */
const empty = new Set(
  (
    'de het een en of van in op te dat die dit deze voor met aan bij naar uit om door over tot als dan maar ook nog al er is zijn was waren wordt ' +
    'worden heeft hebben had kan kunnen moet moeten zal zullen wil willen mag niet geen wel meer minder veel weer zo hun haar hij zij ze we wij u ' +
    'men je zich elk elke ieder iedere alle alles iets wat wie waar wanneer hoe na sinds tijdens tussen zonder onder boven tegen per via zoals omdat ' +
    'zodat doordat terwijl toen hier daar daarom daarbij daarna hierbij ander andere eigen samen steeds vaak soms zelf nu heel erg eerst krijgen gaat ' +
    'gaan komt komen doen doet maakt maken staat blijft blijven jaar voorbeeld the of and to in a for is on that with are as this be by from'
  ).split(' '),
);

export function isEmptyWord(word: string): boolean {
  return word.length < 3 || empty.has(word) || /^\d+$/.test(word);
}
