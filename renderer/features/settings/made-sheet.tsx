import { Button, Modal } from '@mantine/core';
import { useEffect } from 'react';
import { recoveryTexts } from '../../../shared/messages/ui/recovery';
import type { RecoverySheet } from '../../../shared/model/recovery';
import { ask } from '../../bridge/client';
import { useCommand } from '../../bridge/queries';
import { DialogButtons } from '../../components/dialog-buttons';
import recovery from '../../components/recovery/recovery.module.css';
import { useErrorText, useLanguage, useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';

/** The sheet that was just made: to be printed or copied now, for it is kept nowhere. */
export function MadeSheet({
  sheet,
  onClose,
}: {
  readonly sheet: RecoverySheet;
  readonly onClose: () => void;
}): React.JSX.Element {
  const t = useText(recoveryTexts);
  const language = useLanguage();
  const errorText = useErrorText();
  const { failed } = useUndo();
  const print = useCommand('recovery.print');
  const save = useCommand('recovery.savePdf');
  useEffect(() => () => void ask('recovery.forget'), []);
  const saveAs = (): void =>
    void ask('dialog.saveAs', { suggestedName: `${t('pdfName')}.pdf` }).then(
      (path) => path !== null && save.mutate({ path, language }),
      failed,
    );
  const error = print.error ?? save.error;
  return (
    <Modal opened onClose={onClose} size={620} title={t('madeTitle')} closeOnClickOutside={false} closeOnEscape={false}>
      <p>{t('madeText')}</p>
      <ol className={recovery['words']} aria-label={t('words')}>
        {sheet.words.map((word, i) => (
          <li key={`${i} ${word}`}>{word}</li>
        ))}
      </ol>
      {sheet.leftOut.length > 0 && <p role="alert">{t('leftOut', { names: sheet.leftOut.join(', ') })}</p>}
      <div className={recovery['buttons']}>
        <Button loading={print.isPending} onClick={() => print.mutate({ language })}>
          {t('print')}
        </Button>
        <Button variant="default" loading={save.isPending} onClick={saveAs}>
          {t('savePdf')}
        </Button>
      </div>
      <p className={recovery['soft']}>{t('pdfText')}</p>
      {error !== null && <p role="alert">{errorText(error)}</p>}
      {save.data !== undefined && <p role="status">{t('pdfSaved', { path: save.data.path })}</p>}
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('stored')}
        </Button>
      </DialogButtons>
    </Modal>
  );
}
