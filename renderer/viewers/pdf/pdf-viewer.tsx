import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import type { FileRef } from '../../../shared/model/file-ref';
import type { ItemDetail } from '../../../shared/model/views';
import type { Place } from '../../state/view';
import { ViewerError, ViewerLoading } from '../viewer-states';
import { openPdf } from './open-pdf';
import { PdfReader } from './pdf-reader';

interface PdfViewerProps {
  readonly item: ItemDetail;
  readonly file: FileRef;
  readonly place: Place | null;
}

type Opened = { readonly document: PDFDocumentProxy } | { readonly error: unknown } | null;

export function PdfViewer({ item, file, place }: PdfViewerProps): React.JSX.Element {
  const { id } = item.state;
  const [opened, setOpened] = useState<Opened>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const opening = openPdf(id, file);
    let gone = false;
    opening.document.then(
      (document) => gone || setOpened({ document }),
      (error: unknown) => gone || setOpened({ error }),
    );
    return () => {
      gone = true;
      setOpened(null);
      opening.close();
    };
    // The bytes decide: a changed name of the same file is no reason to open it again.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [id, file.hash, attempt]);

  if (opened === null) return <ViewerLoading />;
  if ('error' in opened) return <ViewerError error={opened.error} retry={() => setAttempt(attempt + 1)} />;
  return <PdfReader item={item} name={file.name} document={opened.document} place={place} />;
}
