import { pick } from './seeded';

type Random = () => number;

/** A text as words that know where they come from, so that after any editing it can be told where a word went. */
export interface TrackedText {
  readonly words: readonly TrackedWord[];
}
export interface TrackedWord {
  /** Number of the word in the original; -1 for one that was added. */
  readonly id: number;
  readonly text: string;
  /** What stands behind it: blanks, and in real files line breaks anywhere. */
  readonly gap: string;
}

const vocabulary =
  `de het een van in op voor met door naar school scholen leerling jongeren student begeleiding overstap mbo vo regio project aanpak
  schakelcoach zomer overdracht verzuim uitval loopbaan mentor gemeente leerplicht rmc trajectbegeleider gesprek warme koude start vervolg opleiding
  niveau entree praktijkonderwijs thuiszitters startkwalificatie instroom plaatsing intake dossier afspraak ouders thuis signaal tijdig vroeg laat
  onderzoek laat zien dat bleek wordt werd kan moet niet wel vaak soms minder meer dan sinds tijdens na omdat zodat waarbij hun zij die deze elk
  jaar maand week 2019 2021 12 35 procent deelnemers interviews vragenlijst resultaat conclusie aanbeveling samenwerking ketenpartners netwerk`
    .split(/\s+/)
    .filter((word) => word !== '');

/** Sentences of Dutch words. Some sentences come back word for word, as in reports they do. */
export function writeText(random: Random, words: number): TrackedText {
  const sentences: string[][] = [];
  const all: string[] = [];
  while (all.length < words) {
    const again = sentences.length > 5 && random() < 0.06;
    const sentence = again
      ? (sentences[Math.floor(random() * sentences.length)] as string[])
      : Array.from({ length: 6 + Math.floor(random() * 16) }, () => pick(random, vocabulary));
    sentences.push(sentence);
    all.push(
      ...sentence.map((word, at) => `${at === 0 ? capital(word) : word}${at === sentence.length - 1 ? '.' : ''}`),
    );
  }
  return { words: all.map((text, id) => ({ id, text, gap: text.endsWith('.') && random() < 0.2 ? '\n\n' : ' ' })) };
}

export type Edit = 'insert' | 'delete' | 'move' | 'reflow' | 'noise';

/** One round of editing of a kind. */
export function edit({ words }: TrackedText, kind: Edit, random: Random): TrackedText {
  const at = (): number => Math.floor(random() * words.length);
  switch (kind) {
    case 'insert': {
      const next = [...words];
      for (let n = 0; n < 8; n += 1) {
        const added = Array.from({ length: 1 + Math.floor(random() * 30) }, () => ({
          id: -1,
          text: pick(random, vocabulary),
          gap: ' ',
        }));
        next.splice(Math.floor(random() * next.length), 0, ...added);
      }
      return { words: next };
    }
    case 'delete': {
      const gone = new Set<number>();
      for (let n = 0; n < 8; n += 1) {
        const from = at();
        for (let i = 0; i < 1 + random() * 25; i += 1) gone.add(from + i);
      }
      return { words: words.filter((_, index) => !gone.has(index)) };
    }
    case 'move': {
      const from = at();
      const block = words.slice(from, from + 60);
      const rest = [...words.slice(0, from), ...words.slice(from + 60)];
      rest.splice(Math.floor(random() * rest.length), 0, ...block);
      return { words: rest };
    }
    case 'reflow': {
      let column = 0;
      return {
        words: words.flatMap((word) => {
          column += word.text.length + 1;
          if (column < 70) return [word];
          column = 0;
          // A long word breaks over two lines.
          if (word.text.length > 9 && /^\p{Ll}+$/u.test(word.text))
            return [{ ...word, text: `${word.text.slice(0, 5)}-\n${word.text.slice(5)}` }];
          return [{ ...word, gap: '\n' }];
        }),
      };
    }
    case 'noise':
      return { words: words.map((word) => (random() < 0.12 ? { ...word, text: misread(word.text, random) } : word)) };
  }
}

/** What recognition of scanned letters makes of a word. */
function misread(word: string, random: Random): string {
  const at = Math.floor(random() * word.length);
  const swaps: Readonly<Record<string, string>> = {
    l: '1',
    o: '0',
    e: 'c',
    i: 'l',
    s: '5',
    a: 'o',
    n: 'ri',
    m: 'rn',
    g: '9',
  };
  const letter = word[at] ?? '';
  return `${word.slice(0, at)}${swaps[letter] ?? ''}${word.slice(at + 1)}`;
}

/** The text, and for each of its characters the number of its word in `words`; -1 between words. */
export function typed({ words }: TrackedText): { readonly raw: string; readonly wordAt: readonly number[] } {
  const wordAt: number[] = [];
  let raw = '';
  words.forEach(({ text, gap }, index) => {
    raw += text + gap;
    for (let i = 0; i < text.length; i += 1) wordAt.push(index);
    for (let i = 0; i < gap.length; i += 1) wordAt.push(-1);
  });
  return { raw, wordAt };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
