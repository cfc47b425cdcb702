import { escapeRegExp, foldForFinding } from './hit-terms';
import { fold } from './fold';
import { labelsOf, type Thesaurus, type ThesaurusTerm } from './thesaurus';

/** What a reader tells about a word of the field. */
export interface GlossaryTerm {
  /** As it may stand in a text; abbreviations in their own letters. */
  readonly labels: readonly string[];
  readonly preferred: string;
  readonly abbreviation: string | null;
  readonly longForm: string | null;
  readonly definition: string | null;
  readonly note: string | null;
  readonly source: string | null;
  readonly validTo: string | null;
  /** What it is called now, and since when (a date, a month or a year). */
  readonly now: { readonly name: string; readonly from: string | null } | null;
}

/** Ordinary words are no terms in every text: what has neither a short form nor a meaning to tell is left out. */
export function glossaryOf(thesaurus: Thesaurus): GlossaryTerm[] {
  return thesaurus.terms
    .filter((term) => term.definition !== null || term.longForm !== null || term.successor !== null)
    .map((term) => ({
      labels: labelsInText(term),
      preferred: term.preferred,
      abbreviation: term.abbreviation,
      longForm: term.longForm,
      definition: term.definition,
      note: term.note,
      source: term.source,
      validTo: term.validTo,
      now: term.successor === null ? null : { name: term.successor, from: term.successorFrom },
    }));
}

/** Synonyms are left out: `uitval` in a text is not always a term. */
function labelsInText(term: ThesaurusTerm): string[] {
  const synonyms = new Set(term.synonyms);
  return labelsOf(term).filter((label) => !synonyms.has(label) && label.length > 1);
}

export interface TermHit {
  readonly term: GlossaryTerm;
  /** In the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Finds the terms of a glossary in a text as it is written, the longest where two begin at one place. */
export type TermFinder = (text: string) => TermHit[];

/** Endings that a term may have in a text: `RMC's`, `thuiszitters`, `convenanten`. */
const endings = "(?:'?s|en|n)?";

export function createTermFinder(terms: readonly GlossaryTerm[]): TermFinder {
  const byLabel = new Map<string, { term: GlossaryTerm; label: string }>();
  for (const term of terms)
    for (const label of term.labels) if (!byLabel.has(fold(label))) byLabel.set(fold(label), { term, label });
  const labels = [...byLabel.keys()].sort((a, b) => b.length - a.length);
  if (labels.length === 0) return () => [];
  const spelled = labels.map((label) => escapeRegExp(label).replace(/ /g, '\\s+'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${spelled.join('|')})${endings}(?![\\p{L}\\p{N}])`, 'gu');
  return (text) => {
    const { folded, offsets } = foldForFinding(text);
    return [...folded.matchAll(pattern)].flatMap((match) => {
      const named = byLabel.get((match[1] ?? '').replace(/\s+/g, ' '));
      const start = offsets[match.index] ?? 0;
      const end = offsets[match.index + match[0].length] ?? 0;
      return named === undefined || !isWrittenSo(named.label, text.slice(start, end))
        ? []
        : [{ term: named.term, start, end }];
    });
  };
}

/** Letters in capitals are: `BOL` is a way to learn, `bol` is round. */
function isWrittenSo(label: string, written: string): boolean {
  return !/^[\p{Lu}&]{2,}$/u.test(label) || written.startsWith(label);
}
