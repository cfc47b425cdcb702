import { Button, Modal, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { recoveryTexts } from '../../../shared/messages/ui/recovery';
import { useAsk, useCommand } from '../../bridge/queries';
import { DialogButtons } from '../../components/dialog-buttons';
import { copyText } from '../../components/copy-text';
import recovery from '../../components/recovery/recovery.module.css';
import { useErrorText, useText } from '../../components/use-text';
import classes from './settings-dialog.module.css';

/** Both sides of letting a second device count as the same person. */
export function SecondDevice(): React.JSX.Element {
  const t = useText(recoveryTexts);
  const [open, setOpen] = useState<'new' | 'first' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <h3>{t('second')}</h3>
      <p>{t('secondText')}</p>
      <div className={classes['buttons']}>
        <Button size="xs" variant="default" onClick={() => setOpen('new')}>
          {t('isSecond')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setOpen('first')}>
          {t('addSecond')}
        </Button>
      </div>
      {open === 'new' && <ShowCode onClose={close} />}
      {open === 'first' && <AddDevice onClose={close} />}
    </>
  );
}

interface DialogProps {
  readonly onClose: () => void;
}

/** On the new device. */
function ShowCode({ onClose }: DialogProps): React.JSX.Element {
  const t = useText(recoveryTexts);
  const shown = useAsk('recovery.deviceCode', undefined).data;
  const [isCopied, setCopied] = useState(false);
  return (
    <Modal opened onClose={onClose} title={t('isSecond')} size={620}>
      {shown !== undefined && (
        <>
          <p>{t('step1')}</p>
          <Textarea label={t('code')} value={shown.code} readOnly rows={4} />
          <div className={recovery['buttons']}>
            <Button
              variant="default"
              onClick={() => {
                copyText(shown.code);
                setCopied(true);
              }}
            >
              {t('copyCode')}
            </Button>
            <span role="status">{isCopied && t('copied')}</span>
          </div>
          <p>{t('step2')}</p>
          <p>{t('step3')}</p>
          <WordList words={shown.words} />
          <p>{t('step4')}</p>
        </>
      )}
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
      </DialogButtons>
    </Modal>
  );
}

/** On the first. */
function AddDevice({ onClose }: DialogProps): React.JSX.Element {
  const t = useText(recoveryTexts);
  const errorText = useErrorText();
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const read = useCommand('recovery.readDevice');
  const add = useCommand('recovery.addDevice');
  const refresh = (): void =>
    void client.invalidateQueries({ predicate: ({ queryKey }) => /^(access|recovery)\./.test(String(queryKey[0])) });
  if (add.data !== undefined) return <Added added={add.data} onClose={onClose} />;
  const error = read.error ?? add.error;
  return (
    <Modal opened onClose={onClose} title={t('addSecond')} size={620}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (read.data === undefined) read.mutate({ code });
          else add.mutate({ code }, { onSettled: refresh });
        }}
      >
        <p className={recovery['soft']}>{t('pasteText')}</p>
        <Textarea
          label={t('paste')}
          value={code}
          rows={4}
          maxLength={8_000}
          spellCheck={false}
          data-autofocus
          error={error === null ? undefined : errorText(error)}
          onChange={(event) => {
            read.reset();
            setCode(event.currentTarget.value);
          }}
        />
        {read.data !== undefined && (
          <div role="status">
            <p>{read.data.name === '' ? t('askedByNobody') : t('askedBy', { name: read.data.name })}</p>
            {read.data.isKnown && <p>{t('isKnown')}</p>}
            <WordList words={read.data.words} />
            <p>{t('sameWords')}</p>
          </div>
        )}
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={read.isPending || add.isPending} disabled={code.trim() === ''}>
            {t(read.data === undefined ? 'look' : 'yesSame')}
          </Button>
        </DialogButtons>
      </form>
    </Modal>
  );
}

function Added({
  added: { spaces, leftOut },
  onClose,
}: DialogProps & {
  readonly added: NonNullable<ReturnType<typeof useCommand<'recovery.addDevice'>>['data']>;
}): React.JSX.Element {
  const t = useText(recoveryTexts);
  return (
    <Modal opened onClose={onClose} title={t('addSecond')} size={620}>
      <p role="status">{t(spaces.length > 0 ? 'added' : 'addedNone')}</p>
      <ul>
        {spaces.map(({ name, place }) => (
          <li key={`${name} ${place ?? ''}`}>
            <b>{name}</b>: {place}
          </li>
        ))}
      </ul>
      {leftOut.length > 0 && <p>{t('addedLeftOut', { names: leftOut.join(', ') })}</p>}
      <DialogButtons>
        <Button onClick={onClose}>{t('finish')}</Button>
      </DialogButtons>
    </Modal>
  );
}

function WordList({ words }: { readonly words: readonly string[] }): React.JSX.Element {
  const t = useText(recoveryTexts);
  return (
    <ol className={recovery['words']} aria-label={t('deviceWords')}>
      {words.map((word, i) => (
        <li key={`${i} ${word}`}>{word}</li>
      ))}
    </ol>
  );
}
