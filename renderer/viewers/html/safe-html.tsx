import { useId, useLayoutEffect, useMemo, useRef, type MouseEvent, type Ref } from 'react';
import { viewerTexts } from '../../../shared/messages/ui/viewer';
import { ownLink } from '../../../shared/model/own-links';
import { useText } from '../../components/use-text';
import { openItem } from '../../state/view';
import { openLink } from '../reader/open-link';
import classes from './prose.module.css';
import { sanitise, type SafeContent } from './sanitise';

/** Sanitises once per text; headings get ids and go under a heading of `firstLevel` - 1. */
export function useSafeContent(
  untrustedHtml: string,
  firstLevel: number,
  imageUrl?: (hash: string) => string,
): SafeContent {
  const t = useText(viewerTexts);
  const idPrefix = useId();
  return useMemo(
    () =>
      sanitise(untrustedHtml, {
        idPrefix,
        firstLevel,
        ...(imageUrl === undefined ? {} : { imageUrl }),
        imageNote: (alt) => (alt === '' ? t('imageLeftOutNoName') : t('imageLeftOut', { alt })),
      }),
    [untrustedHtml, idPrefix, firstLevel, imageUrl, t],
  );
}

/** Shows sanitised content. Its links jump within it or are asked about before they open outside. */
export function SafeHtml({
  content,
  articleRef,
}: {
  readonly content: SafeContent;
  readonly articleRef?: Ref<HTMLDivElement>;
}): React.JSX.Element {
  const own = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => own.current?.replaceChildren(content.fragment.cloneNode(true)), [content]);
  return (
    <div ref={articleRef}>
      <div ref={own} className={classes['prose']} onClick={followLink} onAuxClick={followLink} />
    </div>
  );
}

function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (link === null) return;
  event.preventDefault();
  const href = link.getAttribute('href') ?? '';
  const own = ownLink(href);
  if (own !== null && own.kind !== 'image') openItem(own.id);
  else if (href.startsWith('#')) showElement(document.getElementById(href.slice(1)));
  else openLink(href);
}

/** Brings an element into view and moves the focus there, so that reading on starts at that place. */
export function showElement(element: HTMLElement | null): void {
  if (element === null) return;
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.scrollIntoView({ block: 'start' });
  element.focus({ preventScroll: true });
}
