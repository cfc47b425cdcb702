import { cslOf, missingForCitation } from '../../../shared/citing/csl';
import type { ItemId } from '../../../shared/base/ids';
import type { CitationStyle, CitedText, Reference, ReferenceFormat } from '../../../shared/model/draft';
import { citationsIn, ownLink } from '../../../shared/model/own-links';
import { cite, formatReference } from '../../documents/bibliography';
import type { Library } from '../../library/library-types';
import { existing } from '../handlers/items';

type Language = 'nl' | 'en';

/** The citations in a text and the sources that follow from them. */
export async function citedText(
  library: Library,
  { text, style, language }: { readonly text: string; readonly style: CitationStyle; readonly language: Language },
): Promise<CitedText> {
  const links = citationsIn(text).flatMap((href) => {
    const link = ownLink(href);
    return link?.kind === 'cite' ? [{ ...link, href }] : [];
  });
  const ids = [...new Set(links.map(({ id }) => id))];
  const items = ids.flatMap((id) => library.get(id) ?? []);
  const known = links.filter(({ id }) => items.some((item) => item.id === id));
  const records = items.map(({ id, fields }) => cslOf(id, fields));
  const { citations, bibliography } = await cite(records, known, style, language);
  const missing = new Map(items.map(({ id, fields }) => [id as string, missingForCitation(fields)]));
  return {
    citations: Object.fromEntries(known.map(({ href }, index) => [href, citations[index] ?? ''])),
    bibliography: bibliography.map(({ id, text: entry }) => ({
      id: id as ItemId,
      text: entry,
      missing: missing.get(id) ?? [],
    })),
    unknown: ids.filter((id) => !items.some((item) => item.id === id)),
  };
}

/** References to items, each on its own. Error: `item-not-found`. */
export function references(
  library: Library,
  {
    ids,
    format,
    language,
  }: { readonly ids: readonly ItemId[]; readonly format: ReferenceFormat; readonly language: Language },
): Promise<readonly Reference[]> {
  return Promise.all(
    ids.map(async (id) => {
      const { fields } = existing(library, id);
      return { text: await formatReference(cslOf(id, fields), format, language), missing: missingForCitation(fields) };
    }),
  );
}
