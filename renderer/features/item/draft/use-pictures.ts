import type { EditorView } from '@codemirror/view';
import { useState, type RefObject } from 'react';
import type { ItemId } from '../../../../shared/base/ids';
import { draftTexts } from '../../../../shared/messages/ui/drafts';
import { imageHref, linkText } from '../../../../shared/model/own-links';
import { ask } from '../../../bridge/client';
import { useErrorText, useText } from '../../../components/use-text';

/** Keeps pictures that were pasted, dropped or chosen, and puts them in the text: at a place, or where the cursor is. */
export function usePictures(
  id: ItemId,
  view: RefObject<EditorView | null>,
): { readonly error: string | null; insert(files: readonly File[], at: number | null): void } {
  const t = useText(draftTexts);
  const errorText = useErrorText();
  const [error, setError] = useState<string | null>(null);
  const insertAll = async (files: readonly File[], at: number | null): Promise<void> => {
    setError(null);
    let place = at ?? view.current?.state.selection.main.to ?? 0;
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { hash } = await ask('drafts.addImage', { id, name: file.name.slice(0, 255), bytes });
      const alt = t('imageAlt');
      const insert = `![${linkText(alt)}](${imageHref(hash)})`;
      // The description is chosen, so that typing replaces it.
      view.current?.dispatch({
        changes: { from: place, insert },
        selection: { anchor: place + 2, head: place + 2 + alt.length },
      });
      place += insert.length;
    }
    view.current?.focus();
  };
  return {
    error,
    insert: (files, at) => void insertAll(files, at).catch((cause: unknown) => setError(errorText(cause))),
  };
}
