import { diffArrays } from 'diff';

/** A run of paragraphs that two texts share, or a place where they differ. */
export type Hunk =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'choice'; readonly left: string; readonly right: string };
export type Side = 'left' | 'right' | 'both';

/** Where two texts differ, paragraph by paragraph. All `left` parts in order are the left text, all `right` parts the right one. */
export function hunksOf(left: string, right: string): readonly Hunk[] {
  const hunks: Hunk[] = [];
  for (const { added, removed, value } of diffArrays(paragraphs(left), paragraphs(right))) {
    const text = value.join('');
    const last = hunks.at(-1);
    if (!added && !removed) hunks.push({ kind: 'same', text });
    else if (last?.kind === 'choice')
      hunks[hunks.length - 1] = removed ? { ...last, left: last.left + text } : { ...last, right: last.right + text };
    else hunks.push({ kind: 'choice', left: removed ? text : '', right: added ? text : '' });
  }
  return hunks;
}

/** One text from the hunks; `choices` has a side for each hunk that is a choice, in order. `between` parts the two when both are kept. */
export function mergedText(hunks: readonly Hunk[], choices: readonly Side[], between: string): string {
  let choice = 0;
  const parts = hunks.map((hunk) => {
    if (hunk.kind === 'same') return hunk.text;
    const side = choices[choice++] ?? 'both';
    if (side !== 'both') return hunk[side];
    if (hunk.left.trim() === '' || hunk.right.trim() === '') return hunk.left + hunk.right;
    const end = /\n*$/.exec(hunk.right)?.[0] ?? '';
    return `${hunk.left.trimEnd()}${between}${hunk.right.trimEnd()}${end}`;
  });
  return parts.join('').trimEnd();
}

/** Paragraphs with the empty lines that end them; the last one gets an end too, so that it equals the same one elsewhere. */
function paragraphs(text: string): string[] {
  const found = text.trimEnd().match(/[^]+?(?:\n{2,}|$)/g) ?? [];
  return found.map((each, index) => (index === found.length - 1 ? `${each}\n\n` : each));
}
