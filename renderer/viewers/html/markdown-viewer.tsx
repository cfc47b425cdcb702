import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { AppError } from '../../../shared/base/errors';
import type { FileRef } from '../../../shared/model/file-ref';
import type { ItemDetail } from '../../../shared/model/views';
import { fileUrl } from '../../bridge/client';
import type { Place } from '../../state/view';
import { ViewerError, ViewerLoading } from '../viewer-states';
import { decodeText } from './decode-text';
import { HtmlReader } from './html-viewer';
import { untrustedHtmlOf } from './markdown';

interface MarkdownViewerProps {
  readonly item: ItemDetail;
  readonly file: FileRef;
  readonly place: Place | null;
}

export function MarkdownViewer({ item, file, place }: MarkdownViewerProps): React.JSX.Element {
  const { id } = item.state;
  const { data, error, refetch } = useQuery({
    queryKey: ['file-text', id, file.hash],
    queryFn: () => loadText(id, file),
    gcTime: 60_000,
  });
  const html = useMemo(() => (data === undefined ? '' : untrustedHtmlOf(data)), [data]);
  if (error !== null) return <ViewerError error={error} retry={() => void refetch()} />;
  if (data === undefined) return <ViewerLoading />;
  return <HtmlReader item={item} name={file.name} place={place} untrustedHtml={html} />;
}

async function loadText(item: string, { hash, name }: FileRef): Promise<string> {
  const response = await fetch(fileUrl(item, hash)).catch(() => null);
  if (response === null || !response.ok) throw new AppError('document-unreadable', { name });
  return decodeText(new Uint8Array(await response.arrayBuffer()));
}
