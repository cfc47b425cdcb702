import createDOMPurify, { type Config } from 'dompurify';
import { ownLink } from '../../../shared/model/own-links';

export interface SafeHeading {
  /** 1 is the highest. */
  readonly level: number;
  readonly title: string;
  readonly id: string;
}

export interface SafeContent {
  /** Belongs to the page; attach a copy of it, never its text, so that nothing is parsed a second time. */
  readonly fragment: DocumentFragment;
  readonly headings: readonly SafeHeading[];
}

export interface SanitiseOptions {
  /** Starts every id, so that two documents on one page do not meet. */
  readonly idPrefix: string;
  /** The level of the document's highest heading on the page, 2 under a page title. */
  readonly firstLevel: number;
  /** What stands where a picture was left out. */
  readonly imageNote: (alt: string) => string;
  /** The text is that of a draft in this library: its links to items, and its own pictures by this address, are kept. */
  readonly imageUrl?: (hash: string) => string;
}

const config: Config = {
  ALLOWED_TAGS: [
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'p',
    'div',
    'span',
    'br',
    'hr',
    'blockquote',
    'pre',
    'code',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'a',
    'em',
    'strong',
    'b',
    'i',
    'u',
    's',
    'del',
    'ins',
    'sub',
    'sup',
    'small',
    'mark',
    'abbr',
    'q',
    'cite',
    'kbd',
    'samp',
    'var',
    'img',
    'figure',
    'figcaption',
    'table',
    'caption',
    'colgroup',
    'col',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
  ],
  ALLOWED_ATTR: ['href', 'src', 'alt', 'id', 'colspan', 'rowspan', 'scope', 'lang', 'dir', 'start', 'reversed'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|raakvlak:|#)/i,
  // Ids are needed to join links with their targets; the tidying below replaces every one of them.
  SANITIZE_DOM: false,
  RETURN_DOM_FRAGMENT: true,
};

const safePicture = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=\s]+$/i;
const safeLink = /^(?:https?:\/\/|mailto:)/i;

/**
 * Makes untrusted HTML safe to show: an allow-list of elements and attributes; no style, class or id of the document's own; pictures only
 * from the document itself; links only to web and mail addresses or to a place in it. Nothing is loaded while it works.
 */
export function sanitise(untrustedHtml: string, options: SanitiseOptions): SafeContent {
  // The fragment is still part of an inert document: until it is adopted, no picture loads.
  // Null when nothing is left that has a body, as of a page of frames.
  const fragment =
    (createDOMPurify(window).sanitize(untrustedHtml, config) as unknown as DocumentFragment | null) ??
    document.createDocumentFragment();
  const targets = linkTargets(fragment, options.idPrefix);
  for (const image of fragment.querySelectorAll('img')) keepOrReplaceImage(image, options);
  for (const link of fragment.querySelectorAll('a')) keepOrUnwrapLink(link, targets, options);
  for (const element of fragment.querySelectorAll('[id]')) giveOwnId(element, targets);
  const headings = orderHeadings(fragment, options);
  document.adoptNode(fragment);
  return { fragment, headings };
}

/** From the ids that links in the document point at to ids of our own. */
function linkTargets(fragment: DocumentFragment, prefix: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const link of fragment.querySelectorAll('a[href^="#"]')) {
    const name = targetName(link);
    if (name !== '' && !targets.has(name)) targets.set(name, `${prefix}-target-${targets.size + 1}`);
  }
  return targets;
}

function targetName(link: Element): string {
  const name = (link.getAttribute('href') ?? '').slice(1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function keepOrReplaceImage(image: Element, { imageNote: note, imageUrl }: SanitiseOptions): void {
  const own = imageUrl === undefined ? null : ownLink(image.getAttribute('src') ?? '');
  if (own?.kind === 'image') image.setAttribute('src', imageUrl?.(own.hash) ?? '');
  if (own?.kind === 'image' || safePicture.test(image.getAttribute('src') ?? '')) {
    if (!image.hasAttribute('alt')) image.setAttribute('alt', '');
    return;
  }
  const replacement = image.ownerDocument.createElement('em');
  replacement.textContent = note(image.getAttribute('alt')?.trim() ?? '');
  image.replaceWith(replacement);
}

function keepOrUnwrapLink(link: Element, targets: ReadonlyMap<string, string>, { imageUrl }: SanitiseOptions): void {
  const href = link.getAttribute('href') ?? '';
  const own = imageUrl === undefined ? null : ownLink(href);
  if (own !== null && own.kind !== 'image') return;
  if (safeLink.test(href)) {
    link.setAttribute('rel', 'noopener noreferrer nofollow');
    return;
  }
  const target = href.startsWith('#') ? targets.get(targetName(link)) : undefined;
  if (target !== undefined) link.setAttribute('href', `#${target}`);
  else link.removeAttribute('href');
}

function giveOwnId(element: Element, targets: Map<string, string>): void {
  const name = element.id;
  const own = targets.get(name);
  element.removeAttribute('id');
  if (own !== undefined) element.id = own;
  targets.delete(name);
}

/** Headings start at `firstLevel` and go down one step at a time, whatever levels the document used. */
function orderHeadings(fragment: DocumentFragment, { idPrefix, firstLevel }: SanitiseOptions): SafeHeading[] {
  const above: number[] = [];
  const headings: SafeHeading[] = [];
  for (const old of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const wanted = Number(old.tagName.slice(1));
    while ((above.at(-1) ?? 0) >= wanted) above.pop();
    above.push(wanted);
    const title = (old.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (title === '') {
      old.replaceWith(...old.childNodes);
      continue;
    }
    const heading = old.ownerDocument.createElement(`h${Math.min(firstLevel + above.length - 1, 6)}`);
    heading.append(...old.childNodes);
    heading.id = old.id === '' ? `${idPrefix}-heading-${headings.length + 1}` : old.id;
    heading.tabIndex = -1;
    old.replaceWith(heading);
    headings.push({ level: above.length, title, id: heading.id });
  }
  return headings;
}
