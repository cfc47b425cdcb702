/**
 * Gives each heading of a document an id from its text, in order: `kop-wie-doet-mee`, the second one of that text `kop-wie-doet-mee-2`.
 * The same in every version of the page that has the same headings, so a place in a document can be kept.
 */
export function headingIds(): (text: string) => string {
  const seen = new Map<string, number>();
  return (text) => {
    const slug = text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80);
    const count = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, count);
    return `kop-${slug}${count === 1 ? '' : `-${count}`}`;
  };
}
