import { lazy, Suspense } from 'react';
import classes from './html/prose.module.css';

const MarkdownBody = lazy(() => import('./html/markdown-body').then((module) => ({ default: module.MarkdownBody })));

interface UntrustedMarkdownProps {
  readonly text: string;
  /** The level of the text's highest heading on the page; 3 is under the heading of a section. */
  readonly firstLevel?: 2 | 3 | 4;
}

/** Markdown of a field, a draft or a comment, made safe: see `sanitise`. Shown as written until the renderer is there. */
export function UntrustedMarkdown({ text, firstLevel = 3 }: UntrustedMarkdownProps): React.JSX.Element {
  return (
    <Suspense fallback={<div className={classes['plain']}>{text}</div>}>
      <MarkdownBody text={text} firstLevel={firstLevel} />
    </Suspense>
  );
}
