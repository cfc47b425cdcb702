import { useMemo, type ReactNode } from 'react';
import type { ItemDetail } from '../../shared/model/views';
import { outlineOf } from '../../shared/text/outline';
import type { Place } from '../state/view';
import { DraftText } from './draft-text';
import { FlowReader } from './flow/flow-reader';
import { showElement } from './html/safe-html';

interface Props {
  readonly item: ItemDetail;
  readonly title: string;
  /** Markdown, with its citations worked out. */
  readonly text: string;
  readonly place: Place | null;
  /** Stands under the text and is no part of it. */
  readonly children?: ReactNode;
}

/** A text that was written here, to be read and annotated as any document: the words are what annotations hold on to. */
export function DraftReader({ item, title, text, place, children }: Props): React.JSX.Element {
  const { id } = item.state;
  const outline = useMemo(
    () =>
      outlineOf(text).map(({ level, title: heading }, index) => ({
        level: level + 1,
        title: heading,
        go: () =>
          showElement(document.querySelectorAll<HTMLElement>(`[data-draft="${id}"] :is(${headings})`)[index] ?? null),
      })),
    [id, text],
  );
  return (
    <FlowReader item={item} name={title} place={place} outline={outline} content={text} aside={children}>
      <div data-draft={id}>
        <DraftText draft={id} text={text} />
      </div>
    </FlowReader>
  );
}

const headings = 'h1, h2, h3, h4, h5, h6';
