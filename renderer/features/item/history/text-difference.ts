import { diffSentences, diffWordsWithSpace, type Change } from 'diff';

/** A run of text: in both, only in the old one, only in the new one, or a long unchanged run that was left out. */
export interface DifferencePart {
  readonly kind: 'same' | 'removed' | 'added' | 'skipped';
  readonly text: string;
}

/** Above this many characters together the comparison is by sentence: by word takes seconds. */
const maxWordComparison = 20_000;
/** How far two texts may differ before they are shown as a whole old and a whole new one. */
const maxEdits = 2_000;
const contextLength = 80;

/** What changed between two texts, word by word, with long unchanged runs left out. */
export function textDifference(before: string, after: string): readonly DifferencePart[] {
  const changes =
    before.length + after.length <= maxWordComparison
      ? diffWordsWithSpace(before, after, { maxEditLength: maxEdits })
      : diffSentences(before, after, { maxEditLength: maxEdits });
  const parts = changes === undefined ? wholes(before, after) : changes.map(partOf);
  return parts.flatMap((part, index) =>
    part.kind === 'same' ? shorten(part.text, index === 0, index === parts.length - 1) : [part],
  );
}

function wholes(before: string, after: string): DifferencePart[] {
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

function partOf({ added, removed, value }: Change): DifferencePart {
  return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value };
}

/** Keeps the ends that touch a change. */
function shorten(text: string, isFirst: boolean, isLast: boolean): DifferencePart[] {
  const head = isFirst ? 0 : contextLength;
  const tail = isLast ? 0 : contextLength;
  if (text.length <= head + tail + contextLength) return [{ kind: 'same', text }];
  const parts: DifferencePart[] = [
    { kind: 'same', text: text.slice(0, head) },
    { kind: 'skipped', text: text.slice(head, text.length - tail) },
    { kind: 'same', text: text.slice(text.length - tail) },
  ];
  return parts.filter((part) => part.text !== '');
}
