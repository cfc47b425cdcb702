import { lazy, Suspense } from 'react';
import type { FileRef } from '../../shared/model/file-ref';
import type { ItemDetail } from '../../shared/model/views';
import { AppError } from '../../shared/base/errors';
import type { Place } from '../state/view';
import { ViewerBoundary } from './viewer-boundary';
import { NoFile, ViewerError, ViewerLoading } from './viewer-states';
import { VersionContext } from './version';
import { viewerFor } from './viewer-kind';

const PdfViewer = lazy(() => import('./pdf/pdf-viewer').then((module) => ({ default: module.PdfViewer })));
const HtmlViewer = lazy(() => import('./html/html-viewer').then((module) => ({ default: module.HtmlViewer })));
const MarkdownViewer = lazy(() =>
  import('./html/markdown-viewer').then((module) => ({ default: module.MarkdownViewer })),
);
const TextViewer = lazy(() => import('./text/text-viewer').then((module) => ({ default: module.TextViewer })));

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
      <Suspense fallback={<ViewerLoading />}>
        <VersionContext value={isVersion ? item.file.hash : null}>
          <FileViewer item={item} file={item.file} place={place} />
        </VersionContext>
      </Suspense>
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
