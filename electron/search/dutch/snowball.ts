const vowels = 'aeiouy';
/** Vowels that are written twice when they are long: `maan`, `been`, `loop`, `vuur`. */
const doubled = /([^aeiouy])([aeou])\2([^aeiouyI])$/;

/**
 * Porter's Dutch stemmer, of a folded word, by its rules as snowballstem.org describes them. A `y` that begins a word or
 * follows a vowel and an `i` between vowels are consonants here, written as capitals. The test holds it against another making of these rules.
 */
export function snowballStem(word: string): string {
  let stem = withConsonants(word);
  const r1 = Math.max(3, regionAfter(stem, 0));
  const r2 = regionAfter(stem, regionAfter(stem, 0));
  const endsIn = (ending: string, from: number): boolean =>
    stem.endsWith(ending) && stem.length - ending.length >= from;
  const cut = (length: number): void => void (stem = stem.slice(0, stem.length - length));
  const undouble = (): void => {
    if (/(?:kk|dd|tt)$/.test(stem)) cut(1);
  };
  /** `-en` goes after a consonant, but not after `gem`. */
  const cutEn = (ending: string): void => {
    const before = stem.slice(0, stem.length - ending.length);
    if (!endsIn(ending, r1) || isVowel(before.at(-1)) || before.endsWith('gem')) return;
    stem = before;
    undouble();
  };
  /** Whether an `-e` went. */
  const cutE = (): boolean => {
    if (!endsIn('e', r1) || isVowel(stem.at(-2))) return false;
    cut(1);
    undouble();
    return true;
  };

  if (stem.endsWith('heden')) {
    if (endsIn('heden', r1)) stem = `${stem.slice(0, -5)}heid`;
  } else if (stem.endsWith('ene')) cutEn('ene');
  else if (stem.endsWith('en')) cutEn('en');
  else {
    const ending = stem.endsWith('se') ? 'se' : 's';
    const before = stem.at(-1 - ending.length);
    if (endsIn(ending, r1) && !isVowel(before) && before !== 'j') cut(ending.length);
  }

  const hadE = cutE();

  if (endsIn('heid', r2) && stem.at(-5) !== 'c') {
    cut(4);
    if (stem.endsWith('en')) cutEn('en');
  }

  if (stem.endsWith('end') || stem.endsWith('ing')) {
    if (endsIn('ing', r2) || endsIn('end', r2)) {
      cut(3);
      if (endsIn('ig', r2) && stem.at(-3) !== 'e') cut(2);
      else undouble();
    }
  } else if (stem.endsWith('ig')) {
    if (endsIn('ig', r2) && stem.at(-3) !== 'e') cut(2);
  } else if (stem.endsWith('lijk')) {
    if (endsIn('lijk', r2)) {
      cut(4);
      cutE();
    }
  } else if (stem.endsWith('baar')) {
    if (endsIn('baar', r2)) cut(4);
  } else if (hadE && endsIn('bar', r2)) cut(3);

  return stem.replace(doubled, '$1$2$3').toLowerCase();
}

function withConsonants(word: string): string {
  return word.replace(/^y/, 'Y').replace(/([aeiouy])(i(?=[aeiouy])|y)/g, (_all, vowel: string, after: string) => {
    return vowel + after.toUpperCase();
  });
}

/** Where the region after the first vowel with a consonant behind it begins, looked for from `from`. */
function regionAfter(word: string, from: number): number {
  let at = from;
  while (at < word.length && !isVowel(word[at])) at += 1;
  while (at < word.length && isVowel(word[at])) at += 1;
  return Math.min(word.length, at + 1);
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && vowels.includes(letter);
}
