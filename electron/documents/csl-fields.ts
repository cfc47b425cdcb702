import type { JsonValue } from '../../shared/base/json';
import { fieldSchema } from '../../shared/model/field-schema';
import { fieldOf } from '../../shared/model/types';
import { tidyLine, tidyText } from './tidy';

type Csl = Readonly<Record<string, JsonValue>>;

/** Fields of a study from a CSL-JSON record. What does not fit a field is left out of it; the record itself keeps everything. */
export function cslFields(csl: Csl): { fields: Record<string, JsonValue>; sets: Record<string, string[]> } {
  const line = (key: string): string | null =>
    typeof csl[key] === 'string' || typeof csl[key] === 'number' ? tidyLine(plain(String(csl[key]))) || null : null;
  const candidates: Record<string, JsonValue> = {
    title: line('title'),
    authors: names(csl['author'] ?? csl['editor']),
    year: yearOf(csl['issued']),
    publication: line('container-title') ?? line('collection-title'),
    publisher: line('publisher'),
    volume: line('volume'),
    issue: line('issue') ?? line('number'),
    pageRange: line('page'),
    doi: line('DOI')?.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '') ?? null,
    isbn: line('ISBN'),
    url: line('URL'),
    abstract: typeof csl['abstract'] === 'string' ? tidyText(plain(csl['abstract'])) || null : null,
    language: languageOf(line('language')),
  };
  const fields = Object.fromEntries(Object.entries(candidates).filter(([key, value]) => fits(key, value)));
  const tags = (line('keyword') ?? '')
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '' && tag.length <= 200);
  return { fields, sets: tags.length === 0 ? {} : { tags: [...new Set(tags)] } };
}

function fits(key: string, value: JsonValue): boolean {
  const spec = fieldOf('study', key);
  const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
  return spec !== undefined && !isEmpty && fieldSchema(spec).safeParse(value).success;
}

/** CSL allows these few tags in its texts. */
function plain(text: string): string {
  return text.replace(/<\/?(i|b|sup|sub|sc|span|p|jats:[a-z]+)\b[^>]*>/g, '');
}

function names(value: JsonValue | undefined): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return [];
    const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix', 'literal'].map(
      (key) => entry[key],
    );
    const name = tidyLine(parts.filter((part) => typeof part === 'string').join(' '));
    return name === '' ? [] : [name];
  });
}

function yearOf(issued: JsonValue | undefined): number | null {
  if (typeof issued !== 'object' || issued === null || Array.isArray(issued)) return null;
  const parts = issued['date-parts'];
  const first = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : null;
  const text = String(first ?? issued['raw'] ?? issued['literal'] ?? '');
  const year = /\b(\d{4})\b/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

const languageNames: Readonly<Record<string, string>> = {
  dutch: 'nl',
  nederlands: 'nl',
  dut: 'nl',
  nld: 'nl',
  english: 'en',
  engels: 'en',
  eng: 'en',
  german: 'de',
  ngerman: 'de',
  duits: 'de',
  ger: 'de',
  deu: 'de',
  french: 'fr',
  frans: 'fr',
  fre: 'fr',
  fra: 'fr',
};

function languageOf(language: string | null): string | null {
  const low = language?.toLowerCase() ?? '';
  return languageNames[low] ?? (/^[a-z]{2}([-_]|$)/.exec(low) !== null ? low.slice(0, 2) : language);
}
