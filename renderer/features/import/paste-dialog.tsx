import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { importTexts } from '../../../shared/messages/ui/import';
import { DialogButtons } from '../../components/dialog-buttons';
import { useText } from '../../components/use-text';
import { adding, addText, type PastedText } from '../../state/adding';

/** Shows pasted text before it becomes an item, or waits for it to be pasted. */
export function PasteDialog(): React.JSX.Element {
  const t = useText(importTexts);
  const pasting = adding.use((state) => state.pasting);
  const close = (): void => adding.set({ pasting: null });
  return (
    <Modal opened={pasting !== null} onClose={close} size={640} title={t('pasteTitle')}>
      {pasting !== null && <PasteForm pasted={pasting} onClose={close} />}
    </Modal>
  );
}

function PasteForm({
  pasted,
  onClose,
}: {
  readonly pasted: PastedText;
  readonly onClose: () => void;
}): React.JSX.Element {
  const t = useText(importTexts);
  const [{ text, untrustedHtml }, setContent] = useState(pasted);
  const [isBusy, setIsBusy] = useState(false);
  const add = async (): Promise<void> => {
    setIsBusy(true);
    // With its formatting only while the person has changed nothing in what they see.
    const done = await (untrustedHtml === null ? addText(text, false) : addText(untrustedHtml, true));
    setIsBusy(false);
    if (done) onClose();
  };
  return (
    <>
      <Textarea
        data-autofocus
        label={t('pasteLabel')}
        description={t('pasteHint')}
        autosize
        minRows={8}
        maxRows={18}
        value={text}
        onPaste={(event) => {
          const html = event.clipboardData.getData('text/html');
          if (text !== '' || html === '') return;
          event.preventDefault();
          setContent({ text: event.clipboardData.getData('text/plain'), untrustedHtml: html });
        }}
        onChange={(event) => setContent({ text: event.currentTarget.value, untrustedHtml: null })}
      />
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button disabled={text.trim() === ''} loading={isBusy} onClick={() => void add()}>
          {t('pasteAdd')}
        </Button>
      </DialogButtons>
    </>
  );
}
