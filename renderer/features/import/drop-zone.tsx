import { notifications } from '@mantine/notifications';
import { IconFolderDown } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { importTexts } from '../../../shared/messages/ui/import';
import { pathOfFile } from '../../bridge/client';
import { loadLater, useLater } from '../../components/load-later';
import { useText } from '../../components/use-text';
import { adding, addPaths, pasteAndAdd } from '../../state/adding';
import { AddingMessages } from './adding-messages';
import classes from './drop-zone.module.css';

const PasteDialog = loadLater(async () => (await import('./paste-dialog')).PasteDialog);

/** Takes files and folders that are dropped or pasted anywhere in the window, and says how adding went. */
export function DropZone({ children }: { readonly children: React.ReactNode }): React.JSX.Element {
  const add = useAddFiles();
  const dragged = useDroppedFiles(add);
  usePastedThings(add);
  const isPasting = adding.use((state) => state.pasting !== null);
  const isLater = useLater();
  return (
    <>
      {children}
      {dragged !== null && <DropOverlay count={dragged} />}
      <AddingMessages />
      {(isLater || isPasting) && <PasteDialog />}
    </>
  );
}

function DropOverlay({ count }: { readonly count: number }): React.JSX.Element {
  const t = useText(importTexts);
  return (
    <div className={classes['overlay']} role="status">
      <div className={classes['box']}>
        <IconFolderDown size={52} stroke={1.2} aria-hidden />
        <strong>{t('dropTitle')}</strong>
        {count > 0 && <span>{count === 1 ? t('dropOne') : t('dropCount', { n: count })}</span>}
        <p>{t('dropText')}</p>
      </div>
    </div>
  );
}

function useAddFiles(): (files: FileList) => void {
  const t = useText(importTexts);
  return useCallback(
    (files) => {
      const paths = [...files].map(pathOfFile).filter((path) => path !== '');
      if (paths.length > 0) void addPaths(paths);
      else notifications.show({ color: 'red', message: t('noPaths') });
    },
    [t],
  );
}

/** How many things are being dragged over the window; null when none are. */
function useDroppedFiles(add: (files: FileList) => void): number | null {
  const [dragged, setDragged] = useState<number | null>(null);
  useEffect(() => {
    // Each element that is entered and left tells: only when all are left is the window left.
    let depth = 0;
    const onDrag = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      if (event.type === 'dragenter') depth += 1;
      if (event.type === 'dragleave') depth -= 1;
      event.dataTransfer.dropEffect = 'copy';
      setDragged(depth > 0 ? event.dataTransfer.items.length : null);
    };
    const onDrop = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      depth = 0;
      setDragged(null);
      add(event.dataTransfer.files);
    };
    const kinds = ['dragenter', 'dragover', 'dragleave'] as const;
    kinds.forEach((kind) => window.addEventListener(kind, onDrag));
    window.addEventListener('drop', onDrop);
    return () => {
      kinds.forEach((kind) => window.removeEventListener(kind, onDrag));
      window.removeEventListener('drop', onDrop);
    };
  }, [add]);
  return dragged;
}

/** Pasting outside a text field adds; inside one it pastes. */
function usePastedThings(add: (files: FileList) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      if (
        clipboardData === null ||
        (target instanceof Element &&
          target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null)
      )
        return;
      const text = clipboardData.getData('text/plain');
      const html = clipboardData.getData('text/html');
      const hasFiles = [...clipboardData.files].some((file) => pathOfFile(file) !== '');
      if (hasFiles || (clipboardData.files.length > 0 && text === '')) add(clipboardData.files);
      else if (text.trim() !== '') pasteAndAdd({ text, untrustedHtml: html === '' ? null : html });
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [add]);
}
