import type { Splitter } from './compounds';
import { wordClass, type WordList } from './word-list';

/** Words of the same family that a stem does not bring together: who does something and the doing, `thuiszitters` and `thuiszitten`. */
export type Families = (word: string) => readonly string[];

/** Also begin a verb, and nothing else here: `uitvallen`. */
const particle =
  /^(?:aan|achter|af|bij|binnen|buiten|door|in|los|mee|na|neer|om|onder|op|over|samen|tegen|terug|thuis|toe|uit|vast|voor|voort|weg)$/;
const agentEnding = /(?:er|aar)s?$/;
/** Shorter, and chance decides: `kamer` is nobody who combs. */
const shortestRoot = 4;
const doubledConsonant = /([bcdfgklmnprstvz])\1$/;

/** Infinitives that a stem may have: `uitval` → `uitvallen`, `verzuim` → `verzuimen`, `leer` → `leren`. */
function infinitivesOf(root: string): string[] {
  const last = root.at(-1) ?? '';
  const doubled = /[^aeiou][aeiou][bcdfgklmnprst]$/.test(root) ? [`${root}${last}en`] : [];
  const opened = root.replace(/([aeou])\1([^aeiou])$/, '$1$2');
  return [...doubled, `${root}en`, ...(opened === root ? [] : [`${opened}en`])];
}

/** `begeleiden` → `begeleider`, `bemiddelen` → `bemiddelaar`, `besturen` → `bestuurder` is left to the thesaurus. */
function agentOf(infinitive: string): string | null {
  const root = infinitive.slice(0, -2);
  if (/(?:el|en)$/.test(root) && root.length > 4) return `${root}aar`;
  return root.endsWith('r') ? null : `${root}er`;
}

function rootOfAgent(agent: string): string {
  return agent.replace(/s$/, '').replace(agentEnding, '');
}

/** The family of a folded word as the word list confirms it: its verb must be one, alone or behind a particle or a word that begins compounds. */
export function createFamilies(list: WordList, split: Splitter): Families {
  const isVerb = (word: string): boolean => {
    for (let at = 0; at <= word.length - 5; at += 1) {
      const before = word.slice(0, at);
      const begins = at === 0 || particle.test(before) || (at >= 3 && (list.classOf(before) & wordClass.begins) !== 0);
      if (begins && (list.classOf(word.slice(at)) & wordClass.verb) !== 0) return true;
    }
    return false;
  };
  const isNoun = (word: string): boolean => (list.classOf(word) & wordClass.ends) !== 0 || split(word) !== null;
  return (word) => {
    if (word.length < 5 || /[^a-z]/.test(word)) return [];
    const family = new Set<string>();
    if (agentEnding.test(word) && rootOfAgent(word).length >= shortestRoot) {
      const root = rootOfAgent(word).replace(doubledConsonant, '$1');
      for (const verb of [...infinitivesOf(root), `${rootOfAgent(word)}en`]) if (isVerb(verb)) family.add(verb);
    }
    const verbs = word.endsWith('en') && isVerb(word) ? [word] : infinitivesOf(word).filter(isVerb);
    for (const verb of verbs) {
      const agent = agentOf(verb);
      if (agent !== null && (isNoun(agent) || verb.length > 8)) family.add(agent);
    }
    family.delete(word);
    return [...family].slice(0, 3);
  };
}
