import type { FileRef } from '../../shared/model/file-ref';
import type { ItemDetail } from '../../shared/model/views';
import { AppError } from '../../shared/base/errors';
import { loadOnDemand } from '../components/load-later';
import type { Place } from '../state/view';
import { ViewerBoundary } from './viewer-boundary';
import { NoFile, ViewerError, ViewerLoading } from './viewer-states';
import { VersionContext } from './version';
import { viewerFor } from './viewer-kind';

const PdfViewer = loadOnDemand(async () => (await import('./pdf/pdf-viewer')).PdfViewer, ViewerLoading);
const HtmlViewer = loadOnDemand(async () => (await import('./html/html-viewer')).HtmlViewer, ViewerLoading);
const MarkdownViewer = loadOnDemand(async () => (await import('./html/markdown-viewer')).MarkdownViewer, ViewerLoading);
const TextViewer = loadOnDemand(async () => (await import('./text/text-viewer')).TextViewer, ViewerLoading);

interface DocumentViewerProps {
  readonly item: ItemDetail;
  /** Where to open: the page and words of a hit. Null opens where this person was. */
  readonly place: Place | null;
  /** The file is not the one that the item shows, but another version of it. */
  readonly isVersion?: boolean;
}

/** Shows the file of an item, each kind with its own viewer that loads when it is first needed. Fills its parent. */
export function DocumentViewer({ item, place, isVersion = false }: DocumentViewerProps): React.JSX.Element {
  if (item.file === null) return <NoFile />;
  return (
    <ViewerBoundary key={`${item.state.id} ${item.file.hash}`}>
      <VersionContext value={isVersion ? item.file.hash : null}>
        <FileViewer item={item} file={item.file} place={place} />
      </VersionContext>
    </ViewerBoundary>
  );
}

function FileViewer({ item, file, place }: DocumentViewerProps & { readonly file: FileRef }): React.JSX.Element {
  const viewer = viewerFor(file, item.fileText);
  if (viewer === 'pdf') return <PdfViewer item={item} file={file} place={place} />;
  const { state, reason } = item.fileText ?? { state: null, reason: null };
  if (state === 'failed')
    return <ViewerError error={new AppError(reason ?? 'document-unreadable', { name: file.name })} />;
  if (viewer === 'markdown') return <MarkdownViewer item={item} file={file} place={place} />;
  if (viewer === 'html') return <HtmlViewer item={item} name={file.name} place={place} />;
  return <TextViewer item={item} name={file.name} place={place} />;
}
