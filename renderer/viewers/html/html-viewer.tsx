import { useMemo } from 'react';
import type { ItemDetail } from '../../../shared/model/views';
import { viewerTexts } from '../../../shared/messages/ui/viewer';
import { useAsk } from '../../bridge/queries';
import { useText } from '../../components/use-text';
import type { Place } from '../../state/view';
import { FlowReader } from '../flow/flow-reader';
import { useVersion } from '../version';
import { ViewerError, ViewerLoading } from '../viewer-states';
import { SafeHtml, showElement, useSafeContent } from './safe-html';

interface HtmlViewerProps {
  readonly item: ItemDetail;
  readonly name: string;
  readonly place: Place | null;
}

/** Word, OpenDocument and HTML files: their HTML from the library process, made safe here. */
export function HtmlViewer({ item, name, place }: HtmlViewerProps): React.JSX.Element {
  const { data, error, refetch } = useAsk('document.html', { id: item.state.id, ...useVersion() });
  if (error !== null) return <ViewerError error={error} retry={() => void refetch()} />;
  if (data === undefined) return <ViewerLoading />;
  return <HtmlReader item={item} name={name} place={place} untrustedHtml={data.untrustedHtml} />;
}

interface HtmlReaderProps extends HtmlViewerProps {
  readonly untrustedHtml: string;
}

/** Untrusted HTML of any origin in the reader. */
export function HtmlReader({ item, name, place, untrustedHtml }: HtmlReaderProps): React.JSX.Element {
  const t = useText(viewerTexts);
  const content = useSafeContent(untrustedHtml, 2);
  const outline = useMemo(
    () =>
      content.headings.map(({ level, title, id }) => ({
        level,
        title,
        go: () => showElement(document.getElementById(id)),
      })),
    [content],
  );
  const empty = content.fragment.textContent?.trim() === '' && content.fragment.querySelector('img') === null;
  return (
    <FlowReader
      item={item}
      name={name}
      place={place}
      outline={outline}
      content={content}
      notice={empty ? t('noText') : null}
    >
      <SafeHtml content={content} />
    </FlowReader>
  );
}
