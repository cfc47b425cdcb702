import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useMemo, useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { useDocumentText } from '../version';
import type { OutlineEntry } from '../reader/find';
import { openLink } from '../reader/open-link';
import type { PdfPages } from './pdf-pages';

type OutlineNode = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

const mostEntries = 2_000;

/** The document's own outline, else the headings that reading its text found; null while it is being read. */
export function useOutline(
  item: ItemId,
  document: PDFDocumentProxy,
  pages: PdfPages | null,
): readonly OutlineEntry[] | null {
  const [own, setOwn] = useState<readonly OutlineNode[] | null>(null);
  useEffect(() => {
    let gone = false;
    const take = (nodes: readonly OutlineNode[] | null): void => {
      if (!gone) setOwn(nodes ?? []);
    };
    document.getOutline().then(take, () => take(null));
    return () => {
      gone = true;
    };
  }, [document]);
  const text = useDocumentText(item, own?.length === 0);

  return useMemo(() => {
    if (own === null) return null;
    if (own.length > 0) return flatten(own, 1, pages).slice(0, mostEntries);
    if (text.data === undefined) return text.isError ? [] : null;
    return text.data.headings
      .slice(0, mostEntries)
      .map(({ level, text: title, page }) => ({ level, title, go: () => pages?.goToPage(page + 1) }));
  }, [own, text.data, text.isError, pages]);
}

function flatten(nodes: readonly OutlineNode[], level: number, pages: PdfPages | null): OutlineEntry[] {
  return nodes.flatMap((node) => [
    { level, title: node.title.trim() === '' ? '…' : node.title, go: () => follow(node, pages) },
    ...flatten(node.items as OutlineNode[], level + 1, pages),
  ]);
}

function follow({ dest, url }: OutlineNode, pages: PdfPages | null): void {
  if (dest !== null) pages?.goTo(dest);
  else if (url !== null) openLink(url);
}
