import { diff3Merge } from 'node-diff3';

/**
 * Both sets of changes to a text, or null where they touch: then people choose. The unit is a sentence or a line with the
 * empty lines behind it, because a paragraph of Markdown is often one line and two people do edit one paragraph.
 */
export function mergeTexts(base: string, a: string, b: string): string | null {
  if (a === b || b === base) return a;
  if (a === base) return b;
  const pieces = [splitText(a), splitText(base), splitText(b)] as const;
  const [start, end] = sharedEnds(pieces);
  const [middleA, middleBase, middleB] = pieces.map((list) => list.slice(start, list.length - end)) as [
    string[],
    string[],
    string[],
  ];
  const regions = diff3Merge(middleA, middleBase, middleB, { excludeFalseConflicts: true });
  if (regions.some((region) => region.ok === undefined)) return null;
  const shared = pieces[1];
  return [
    ...shared.slice(0, start),
    ...regions.flatMap((region) => region.ok as string[]),
    ...shared.slice(shared.length - end),
  ].join('');
}

function splitText(text: string): string[] {
  return text.match(/[^\n]*?[.!?]+ +|[^\n]*\n+|[^\n]+$/g) ?? [];
}

/** How many pieces all three share at the start and at the end: the costly comparison is over what lies between. */
function sharedEnds(lists: readonly (readonly string[])[]): readonly [number, number] {
  const shortest = Math.min(...lists.map((list) => list.length));
  const first = lists[0] as readonly string[];
  let start = 0;
  while (start < shortest && lists.every((list) => list[start] === first[start])) start += 1;
  let end = 0;
  while (end < shortest - start && lists.every((list) => list[list.length - 1 - end] === first[first.length - 1 - end]))
    end += 1;
  return [start, end];
}
