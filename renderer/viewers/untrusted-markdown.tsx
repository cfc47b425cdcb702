import { loadOnDemand } from '../components/load-later';
import classes from './html/prose.module.css';

interface UntrustedMarkdownProps {
  readonly text: string;
  /** The level of the text's highest heading on the page; 3 is under the heading of a section. */
  readonly firstLevel?: 2 | 3 | 4;
}

const MarkdownBody = loadOnDemand(async () => (await import('./html/markdown-body')).MarkdownBody, AsWritten);

/** Markdown of a field, a draft or a comment, made safe: see `sanitise`. Shown as written until the renderer is there. */
export function UntrustedMarkdown({ text, firstLevel = 3 }: UntrustedMarkdownProps): React.JSX.Element {
  return <MarkdownBody text={text} firstLevel={firstLevel} />;
}

function AsWritten({ text }: { readonly text: string }): React.JSX.Element {
  return <div className={classes['plain']}>{text}</div>;
}
