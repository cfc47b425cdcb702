import type { BlobHash, ItemId } from '../base/ids';

/**
 * What a written text points at inside the library, as an address in an ordinary Markdown link or picture, so that other programs still show
 * the words: `raakvlak:item/<id>`, `raakvlak:cite/<id>?p=12`, `raakvlak:image/<sha256>`.
 */
export type OwnLink =
  | { readonly kind: 'item'; readonly id: ItemId }
  | { readonly kind: 'cite'; readonly id: ItemId; readonly locator: string | null }
  | { readonly kind: 'image'; readonly hash: BlobHash };

const ownScheme = 'raakvlak:';

export function itemHref(id: ItemId): string {
  return `${ownScheme}item/${id}`;
}

/** `locator`: the pages a citation is about, such as `12-14`. */
export function citeHref(id: ItemId, locator: string | null): string {
  return `${ownScheme}cite/${id}${locator === null || locator === '' ? '' : `?p=${encodeURIComponent(locator)}`}`;
}

export function imageHref(hash: BlobHash): string {
  return `${ownScheme}image/${hash}`;
}

/** What an address points at; null when it is none of ours. */
export function ownLink(href: string): OwnLink | null {
  const [, kind, name = '', locator] =
    /^raakvlak:(item|cite|image)\/([0-9a-z]{26}|[0-9a-f]{64})(?:\?p=([^&\s]{1,200}))?$/.exec(href) ?? [];
  if (kind === 'image') return name.length === 64 ? { kind, hash: name as BlobHash } : null;
  if (name.length !== 26) return null;
  if (kind === 'item') return { kind, id: name as ItemId };
  return kind === 'cite'
    ? { kind, id: name as ItemId, locator: locator === undefined ? null : decoded(locator) }
    : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * A text whose links to items and citations lead where `targetOf` says. Where that is nowhere the link is as it was, or with `cut` only its words are left and nothing
 * of where it led.
 */
export function withLinksTo(markdown: string, targetOf: (id: ItemId) => ItemId | null, cut: boolean): string {
  const address = (kind: string, id: string): string | null => {
    const target = targetOf(id as ItemId) ?? (cut ? null : id);
    return target === null ? null : `${ownScheme}${kind}/${target}`;
  };
  return markdown.replace(
    /\[((?:\\.|[^\]\\])*)\]\(raakvlak:(item|cite)\/([0-9a-z]{26})([^)\s]*)\)|raakvlak:(item|cite)\/([0-9a-z]{26})/g,
    (_all, words: string, kind: string, id: string, rest: string, bareKind: string, bareId: string) => {
      if (bareId !== undefined) return address(bareKind, bareId) ?? ownScheme;
      const target = address(kind, id);
      return target === null ? words : `[${words}](${target}${rest})`;
    },
  );
}

/** A text inside the brackets of a Markdown link. */
export function linkText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]]/g, '\\$&');
}

/** The addresses of all citations in a text, each once, in the order in which they come. */
export function citationsIn(markdown: string): readonly string[] {
  return [...new Set([...markdown.matchAll(/\]\((raakvlak:cite\/[^)\s]+)\)/g)].map((match) => match[1] ?? ''))].filter(
    (href) => ownLink(href)?.kind === 'cite',
  );
}
