import type { RefObject } from 'react';
import { createPortal } from 'react-dom';
import { MarkLayer, type LaidMark } from './mark-layer';
import type { Annotator } from './use-annotator';

interface Props {
  readonly article: RefObject<HTMLElement | null>;
  readonly annotator: Annotator;
  readonly laid: readonly LaidMark[];
}

/** The marks of an article, in the article itself so that they scroll and stack with it. Nothing is drawn before there is something to mark. */
export function FlowMarks({ article, annotator, laid }: Props): React.JSX.Element | null {
  const ground = article.current;
  if (ground === null || laid.length === 0) return null;
  return createPortal(
    <MarkLayer marks={laid} active={annotator.active} onActivate={annotator.show} onPaper={false} />,
    ground,
  );
}
