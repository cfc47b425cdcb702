import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { citeHref, itemHref, linkText } from '../../../../shared/model/own-links';
import type { PaletteHit } from '../../../../shared/search/item-query';
import { ask } from '../../../bridge/client';

const mostHits = 12;
/** What can be cited. */
export const citedTypes: readonly string[] = ['study', 'document'];

/** After `[[` the items of the library, after `[@` those that can be cited; found by a part of their title, also with a typo. */
export function itemCompletion(typeName: (type: string) => string) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const typed = context.matchBefore(/\[(?:\[|@)[^\]\n]{0,80}$/);
    if (typed === null) return null;
    const cites = typed.text.startsWith('[@');
    const text = typed.text.slice(2).trim();
    const found = text === '' ? [] : await ask('palette.find', { text, limit: 50 }).catch(() => []);
    if (context.aborted) return null;
    const hits = found.filter(({ type }) => !cites || citedTypes.includes(type)).slice(0, mostHits);
    return {
      from: typed.from,
      // The search is tolerant of typos, the editor's own filter is not.
      filter: false,
      options: hits.map((hit) => completionOf(hit, cites, typeName)),
    };
  };
}

function completionOf(hit: PaletteHit, cites: boolean, typeName: (type: string) => string): Completion {
  const { id, title, type } = hit;
  const link = cites ? `[@${linkText(title)}](${citeHref(id, null)})` : `[${linkText(title)}](${itemHref(id)})`;
  return {
    label: title,
    detail: typeName(type),
    apply: (view, _completion, from, to) => {
      // The closing brackets that the editor put there itself go with the opening ones.
      const after = view.state.sliceDoc(to, to + 2);
      const end = to + (after === ']]' ? 2 : after.startsWith(']') ? 1 : 0);
      view.dispatch({ changes: { from, to: end, insert: link }, selection: { anchor: from + link.length } });
    },
  };
}
