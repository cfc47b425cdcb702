/**
 * Dutch-like text for measuring and property tests: the same seed gives the same documents on every machine, without a word list from outside.
 * Words are short Dutch stems, alone, in pairs as compounds, and inflected; how often each occurs follows Zipf's law (exponent 1.05), with function
 * words on top, as in real text.
 */
const functionWords =
  'de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit naar over door heeft worden wordt werd deze die dit zich hij zij we kan kunnen moet moeten zal zullen tot tegen onder tussen geen wel meer veel hun haar onderzoek project gemeente beleid school jongeren leerlingen overstap verzuim mbo resultaten aanpak'.split(
    ' ',
  );
const stems =
  'aandacht aanbod advies afspraak ambacht arbeid baan band bedrijf begin beeld beroep bestuur bezoek blad blik boek brief brug budget buurt coach cijfer contact cursus dag deel dienst doel dorp draad drempel druk eis fase feit fonds gang gebied gebruik geld gesprek gezin grens groei groep haven helft herfst hoek hoofd hulp huis ijver inkomen inzet jaar jeugd kaart kader kamer kans keuze kind klas klimaat knelpunt kring kwaliteit land leer lening les leven lijn loket loon maat maand markt meester meting moeder motief nacht netwerk niveau norm nota onderwijs ouder paragraaf partij pauze periode plaats plan plein poort praktijk proef provincie punt raad raam recht regio regel rij rol ruimte samenwerking schakel schema scholing seizoen signaal sleutel spoor sport stad stage stap start stelsel steun straat studie taak taal team tekst tempo thema tijd toets toon traject trede uur vaart vak veld verband verhaal verkeer verslag vlag vloer voet vorm vraag vrijheid wand weg week werk wet wijk winst woord zaak zomer zorg'.split(
    ' ',
  );
const endings = ['', '', 'en', 's', 'je', 'ing', 'heid', 'lijk', 'lijke', 'er', 'ers', 'baar', 'loos', 'de'];

/** Mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function vocabulary(size: number): string[] {
  const random = seededRandom(42);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const words = new Set(functionWords);
  while (words.size < size) words.add((random() < 0.75 ? any(stems) : '') + any(stems) + any(endings));
  return [...words];
}

export interface CorpusDocument {
  readonly title: string;
  readonly headings: readonly string[];
  /** Markdown, without the title. */
  readonly body: string;
}

export interface Corpus {
  /** A word, often or rarely used as in running text. */
  word(): string;
  sentence(): string;
  /** Between `least` and `most` characters. */
  document(least: number, most: number): CorpusDocument;
  random(): number;
}

export function createCorpus(
  seed: number,
  vocabularySize = 60_000,
  words: readonly string[] = vocabulary(vocabularySize),
): Corpus {
  const random = seededRandom(seed);
  const reach = new Float64Array(words.length);
  let sum = 0;
  for (let at = 0; at < words.length; at += 1) reach[at] = sum += 1 / (at + 2) ** 1.05;
  const word = (): string => {
    const aim = random() * sum;
    let low = 0;
    let high = words.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reach[middle] ?? 0) < aim) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
  const some = (count: number): string => Array.from({ length: count }, word).join(' ');
  const sentence = (): string => {
    const text = some(8 + Math.floor(random() * 13));
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const document = (least: number, most: number): CorpusDocument => {
    const length = least + Math.floor(random() * (most - least));
    const title = some(4 + Math.floor(random() * 5));
    const headings: string[] = [];
    const parts: string[] = [];
    for (let paragraph = 0, size = 0; size < length; paragraph += 1) {
      if (paragraph % 6 === 0) {
        const heading = some(2);
        headings.push(heading);
        parts.push(`## ${heading}`);
      }
      const text = Array.from({ length: 3 + Math.floor(random() * 5) }, sentence).join(' ');
      parts.push(text);
      size += text.length;
    }
    return { title, headings, body: parts.join('\n\n') };
  };
  return { word, sentence, document, random };
}
