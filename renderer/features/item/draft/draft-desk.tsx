import type { EditorView } from '@codemirror/view';
import { Alert, Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { draftTexts } from '../../../../shared/messages/ui/drafts';
import { countWords } from '../../../../shared/text/outline';
import type { ItemDetail } from '../../../../shared/model/views';
import { useFormat } from '../../../components/format';
import { useLabels } from '../../../components/labels';
import { mayChange } from '../../../components/use-rights';
import { useLanguage, useText } from '../../../components/use-text';
import { showTab, type Place } from '../../../state/view';
import { SaveState } from '../edit/save-state';
import { CiteDialog } from './cite-dialog';
import classes from './draft-desk.module.css';
import { DraftPreview } from './draft-preview';
import { DraftReading } from './draft-reading';
import { DraftStateBar } from './draft-state-bar';
import { DraftToolbar } from './draft-toolbar';
import { insertText } from './editor-commands';
import { applyText, MarkdownEditor } from './markdown-editor';
import { draftMode, type DraftMode } from './draft-mode';
import { useDraftText } from './use-draft-text';
import { usePictures } from './use-pictures';

/** Narrower, two columns have less than 30 letters each. */
const sideBySidePx = 620;

interface Props {
  readonly item: ItemDetail;
  readonly title: string;
  readonly place: Place | null;
}

/** Where a draft is written and read: its state on top, the text and how it reads under it. */
export function DraftDesk({ item, title, place }: Props): React.JSX.Element {
  const t = useText(draftTexts);
  const { id, fields, deleted, conflicts } = item.state;
  const language = useLanguage();
  const labels = useLabels();
  const view = useRef<EditorView | null>(null);
  const show = useCallback((text: string) => {
    if (view.current !== null) applyText(view.current, text);
  }, []);
  const saved = typeof fields['body'] === 'string' ? fields['body'] : '';
  const draft = useDraftText(id, saved, show);
  const [citing, setCiting] = useState(false);
  const pictures = usePictures(id, view);
  const inConflict = conflicts.some(({ field }) => field === 'body');
  const canWrite = !deleted && !inConflict && mayChange(item.may);
  const { ref, width } = useElementSize();
  const chosen = draftMode.use(({ mode }) => mode);
  // Annotations stand in the text that is read.
  useEffect(() => {
    if (place?.annotation !== undefined) draftMode.set({ mode: 'read' });
  }, [place]);
  const fitting = width >= sideBySidePx ? 'both' : 'write';
  const mode: DraftMode = !canWrite ? 'read' : (chosen ?? fitting);
  return (
    <div ref={ref} className={classes['desk']}>
      <DraftStateBar item={item} />
      {inConflict && <Notice text={t('conflict')} />}
      {draft.clash && (
        <Notice text={t('clash')}>
          <Button size="compact-xs" variant="subtle" onClick={() => showTab(id, 'editions')}>
            {t('clashShow')}
          </Button>
        </Notice>
      )}
      <DraftToolbar
        item={item}
        text={draft.text}
        mode={mode}
        canWrite={canWrite}
        view={view}
        onCite={() => setCiting(true)}
        onPictures={(files) => pictures.insert(files, null)}
        beforeExport={draft.flush}
      />
      <div className={classes['sides']}>
        {mode !== 'read' && (
          <MarkdownEditor
            view={view}
            text={draft.text}
            hooks={{
              language,
              label: t('editor', { title }),
              hint: t('placeholder'),
              typeName: labels.type,
              changed: draft.typed,
              left: draft.flush,
              pictures: pictures.insert,
              cite: () => setCiting(true),
            }}
          />
        )}
        {mode === 'both' && <DraftPreview item={item} text={draft.text} />}
        {mode === 'read' && <DraftReading item={item} title={title} text={draft.text} place={place} />}
      </div>
      <Footer text={draft.text} draft={draft} error={pictures.error} />
      <CiteDialog
        opened={citing}
        onClose={() => setCiting(false)}
        onInsert={(text) => view.current !== null && insertText(view.current, text)}
      />
    </div>
  );
}

function Footer({
  text,
  draft,
  error,
}: {
  readonly text: string;
  readonly draft: ReturnType<typeof useDraftText>;
  readonly error: string | null;
}): React.JSX.Element {
  const t = useText(draftTexts);
  const format = useFormat();
  const words = countWords(text);
  return (
    <footer className={classes['footer']}>
      <span>{words === 1 ? t('oneWord') : t('words', { n: format.number(words) })}</span>
      {error !== null && (
        <span role="alert" className={classes['error']}>
          {error}
        </span>
      )}
      <SaveState
        saver={{
          state: draft.state,
          error: draft.error,
          save: async () => undefined,
          retry: async () => draft.flush(),
        }}
      />
    </footer>
  );
}

function Notice({ text, children }: { readonly text: string; readonly children?: React.ReactNode }): React.JSX.Element {
  return (
    <Alert
      variant="default"
      py={6}
      px="xs"
      role="alert"
      icon={<IconAlertTriangle size={16} aria-hidden />}
      className={classes['notice'] ?? ''}
    >
      {text} {children}
    </Alert>
  );
}
