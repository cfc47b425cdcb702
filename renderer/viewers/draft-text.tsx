import { useCallback, useMemo } from 'react';
import type { ItemId } from '../../shared/base/ids';
import { imageUrl } from '../bridge/client';
import { untrustedHtmlOf } from './html/markdown';
import { SafeHtml, useSafeContent } from './html/safe-html';

/** The text of a draft made safe, with its own pictures, and links that open what they point at in the library. */
export function DraftText({ draft, text }: { readonly draft: ItemId; readonly text: string }): React.JSX.Element {
  const html = useMemo(() => untrustedHtmlOf(text), [text]);
  const pictureUrl = useCallback((hash: string) => imageUrl(draft, hash), [draft]);
  return <SafeHtml content={useSafeContent(html, 2, pictureUrl)} />;
}
