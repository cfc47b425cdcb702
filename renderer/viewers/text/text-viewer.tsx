import { useMemo } from 'react';
import type { DocumentView } from '../../../shared/contract/answers';
import type { ItemDetail } from '../../../shared/model/views';
import { viewerTexts } from '../../../shared/messages/ui/viewer';
import { useText } from '../../components/use-text';
import type { Place } from '../../state/view';
import { FlowReader } from '../flow/flow-reader';
import { showElement } from '../html/safe-html';
import { useDocumentText } from '../version';
import { ViewerError, ViewerLoading } from '../viewer-states';
import { TextPage } from './text-page';

interface TextViewerProps {
  readonly item: ItemDetail;
  readonly name: string;
  readonly place: Place | null;
}

/** Formats without a viewer of their own: the text that search found in them, page by page. */
export function TextViewer({ item, name, place }: TextViewerProps): React.JSX.Element {
  const { data, error, refetch } = useDocumentText(item.state.id);
  if (error !== null) return <ViewerError error={error} retry={() => void refetch()} />;
  if (data === undefined) return <ViewerLoading />;
  return <TextReader item={item} name={name} place={place} view={data} />;
}

const labelOf: Readonly<Record<string, 'slideLabel' | 'sheetLabel'>> = { pptx: 'slideLabel', xlsx: 'sheetLabel' };

function TextReader({ item, name, place, view }: TextViewerProps & { readonly view: DocumentView }): React.JSX.Element {
  const t = useText(viewerTexts);
  const labels = useMemo(
    () =>
      view.pages.map((_, page) => {
        const label = t(labelOf[view.kind] ?? 'pageLabel', { n: page + 1 });
        const title = view.headings.find((heading) => heading.page === page)?.text;
        return title === undefined ? label : t('labelWithTitle', { label, title });
      }),
    [view, t],
  );
  const paged = view.pages.length > 1 || labelOf[view.kind] !== undefined;
  const outline = paged
    ? labels.map((title, page) => ({
        level: 2,
        title,
        go: () => showElement(document.getElementById(pageId(item, page))),
      }))
    : [];
  const empty = view.pages.every((text) => text.trim() === '');
  return (
    <FlowReader
      item={item}
      name={name}
      place={place}
      outline={outline}
      content={view}
      notice={empty ? t('noText') : null}
    >
      {view.pages.map((text, page) => (
        <TextPage
          key={page}
          id={pageId(item, page)}
          page={page}
          label={paged ? (labels[page] ?? null) : null}
          text={text}
          table={view.kind === 'xlsx'}
        />
      ))}
    </FlowReader>
  );
}

function pageId(item: ItemDetail, page: number): string {
  return `text-${item.state.id}-${page}`;
}
