const matchName = 'reader-match';
const currentName = 'reader-current';

/** The marks of one reader. They are drawn over the text: the document itself stays as it is. */
export interface Marks {
  show(ranges: readonly Range[]): void;
  showCurrent(range: Range | null): void;
}

export function createMarks(): Marks {
  const shown: Range[] = [];
  let current: Range | null = null;
  return {
    show(ranges) {
      const highlight = highlightNamed(matchName, 0);
      for (const range of shown.splice(0)) highlight.delete(range);
      for (const range of ranges) highlight.add(range);
      shown.push(...ranges);
    },
    showCurrent(range) {
      const highlight = highlightNamed(currentName, 1);
      if (current !== null) highlight.delete(current);
      if (range !== null) highlight.add(range);
      current = range;
    },
  };
}

/** Readers that are open side by side share the page's register of highlights. */
export function highlightNamed(name: string, priority: number): Highlight {
  const there = CSS.highlights.get(name);
  if (there !== undefined) return there;
  const highlight = new Highlight();
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
  return highlight;
}
