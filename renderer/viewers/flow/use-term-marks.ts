import { useEffect, type RefObject } from 'react';
import type { GlossaryTerm } from '../../../shared/search/glossary';
import { useGlossary } from '../reader/use-glossary';
import { highlightNamed } from './marks';

/** Underlines the first place of each term of the glossary, drawn over the text: the document itself stays as it is. */
export function useTermMarks(article: RefObject<HTMLElement | null>, content: unknown): void {
  const find = useGlossary();
  useEffect(() => {
    if (article.current === null) return;
    const marks = highlightNamed('reader-term', -1);
    const ranges: Range[] = [];
    const seen = new Set<GlossaryTerm>();
    const walker = document.createTreeWalker(article.current, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const { term, start, end } of find(node.nodeValue ?? '')) {
        if (seen.has(term)) continue;
        seen.add(term);
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        ranges.push(range);
        marks.add(range);
      }
    }
    return () => ranges.forEach((range) => marks.delete(range));
  }, [article, content, find]);
}
