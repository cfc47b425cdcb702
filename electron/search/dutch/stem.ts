import { snowballStem } from './snowball';

/** Takes a folded word to the form that its inflections share. */
export type Stemmer = (word: string) => string;

const cacheSize = 200_000;

/** Where final `-es`, `-ies` and `-os` are a plural of a loan word; `-ces`, `-res`, `-ses` are not (proces, adres). */
const loanPlural = /(?:[tsgndmpf]ie|[dghkmnptvz]e|yse|[^o]o)s$/;

/**
 * Dutch Snowball (Porter's rules) with what reports on education need besides: plurals of loan words (`startkwalificaties`, `methodes`,
 * `coaches`, `regios`), participles (`verzuimd`), doubled consonants (`overstappen`) and v/f, z/s at the end (`adviezen`).
 */
function stemOf(word: string): string {
  if (word.length < 3 || /[0-9]/.test(word)) return word;
  let base = word;
  if (base.length >= 6 && base.endsWith('ches')) base = base.slice(0, -2);
  else if (base.length >= 6 && loanPlural.test(base)) base = base.slice(0, -1);
  let stem = snowballStem(base);
  if (stem.length >= 7 && /^(?:ver|be|ont|her|ge).*(?:[mlbgvzw]|er)d$/.test(stem)) stem = stem.slice(0, -1);
  if (stem.length <= 3) return stem;
  return stem
    .replace(/([bcdfgklmnprst])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');
}

export function createStemmer(): Stemmer {
  const known = new Map<string, string>();
  return (word) => {
    let stem = known.get(word);
    if (stem === undefined) {
      stem = stemOf(word);
      if (known.size >= cacheSize) known.clear();
      known.set(word, stem);
    }
    return stem;
  };
}
