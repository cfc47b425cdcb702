import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { draftTexts } from '../../../../shared/messages/ui/drafts';
import { citeHref, linkText } from '../../../../shared/model/own-links';
import type { PaletteHit } from '../../../../shared/search/item-query';
import { ask } from '../../../bridge/client';
import { DialogButtons } from '../../../components/dialog-buttons';
import { useLanguage, useText } from '../../../components/use-text';
import { ItemFinder } from '../edit/item-finder';
import classes from './cite-dialog.module.css';
import { citedTypes } from './item-completion';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onInsert: (markdown: string) => void;
}

/** Finds a source and the pages that are meant, and puts the citation in the text. */
export function CiteDialog({ opened, onClose, onInsert }: Props): React.JSX.Element {
  const t = useText(draftTexts);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('citeTitle')}
      // The editor takes the focus when something was put in it.
      returnFocus
      centered
    >
      {opened && <CiteForm onClose={onClose} onInsert={onInsert} />}
    </Modal>
  );
}

function CiteForm({ onClose, onInsert }: Omit<Props, 'opened'>): React.JSX.Element {
  const t = useText(draftTexts);
  const language = useLanguage();
  const [source, setSource] = useState<PaletteHit | null>(null);
  const [pages, setPages] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault();
    setIsMissing(source === null);
    if (source === null) return;
    const href = citeHref(source.id, pages.trim() === '' ? null : pages.trim());
    const { citations } = await ask('citing.text', { text: `[x](${href})`, style: 'apa', language });
    onClose();
    const markdown = `[${linkText(citations[href] ?? source.title)}](${href})`;
    requestAnimationFrame(() => onInsert(markdown));
  };
  return (
    <form onSubmit={(event) => void submit(event)} className={classes['form']}>
      <ItemFinder label={t('citeFind')} taken={nothing} types={citedTypes} onFound={setSource} />
      <p role="status" className={classes['chosen']} data-wrong={isMissing || undefined}>
        {source !== null ? t('citeChosen', { title: source.title }) : isMissing ? t('citeNone') : ''}
      </p>
      <TextInput
        label={t('citePages')}
        description={t('citePagesHint')}
        maxLength={60}
        value={pages}
        onChange={(event) => setPages(event.currentTarget.value)}
      />
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit">{t('citeInsert')}</Button>
      </DialogButtons>
    </form>
  );
}

const nothing: ReadonlySet<string> = new Set();
