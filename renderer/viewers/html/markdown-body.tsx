import { useMemo } from 'react';
import { untrustedHtmlOf } from './markdown';
import { SafeHtml, useSafeContent } from './safe-html';

export function MarkdownBody({
  text,
  firstLevel,
}: {
  readonly text: string;
  readonly firstLevel: number;
}): React.JSX.Element {
  const html = useMemo(() => untrustedHtmlOf(text), [text]);
  return <SafeHtml content={useSafeContent(html, firstLevel)} />;
}
