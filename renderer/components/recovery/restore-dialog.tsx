import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { recoveryTexts } from '../../../shared/messages/ui/recovery';
import type { RestoredSpace, SheetRead } from '../../../shared/model/recovery';
import { useCommand } from '../../bridge/queries';
import { useErrorText, useText } from '../use-text';
import { OwnDevices } from './own-devices';
import { PlaceRow } from './place-row';
import classes from './recovery.module.css';
import { DialogButtons } from '../dialog-buttons';

export type Restored = Pick<SheetRead, 'name' | 'organisation'>;

interface Props {
  readonly onCancel: () => void;
  /** Who the sheet is of, as far as it or a space says; null when no space was brought back. */
  readonly onDone: (restored: Restored | null) => void;
}

/** Words from paper, then the folders, then whether the old device is lost. */
export function RestoreDialog({ onCancel, onDone }: Props): React.JSX.Element {
  const t = useText(recoveryTexts);
  const [text, setText] = useState('');
  const [sheet, setSheet] = useState<SheetRead | null>(null);
  return (
    <Modal opened onClose={onCancel} size={680} title={t('restoreTitle')} closeOnClickOutside={false}>
      <div className={classes['restore']}>
        {sheet === null ? (
          <WordsStep text={text} onText={setText} onRead={setSheet} onCancel={onCancel} />
        ) : (
          <PlacesStep text={text} sheet={sheet} onDone={onDone} />
        )}
      </div>
    </Modal>
  );
}

function WordsStep(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onRead: (sheet: SheetRead) => void;
  readonly onCancel: () => void;
}): React.JSX.Element {
  const { text, onText, onRead, onCancel } = props;
  const t = useText(recoveryTexts);
  const errorText = useErrorText();
  const read = useCommand('recovery.read');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        read.mutate({ text }, { onSuccess: onRead });
      }}
    >
      <p className={classes['soft']}>{t('restoreText')}</p>
      <Textarea
        label={t('typed')}
        value={text}
        rows={5}
        maxLength={8_000}
        spellCheck={false}
        autoComplete="off"
        data-autofocus
        error={read.error === null ? undefined : errorText(read.error)}
        onChange={(event) => {
          read.reset();
          onText(event.currentTarget.value);
        }}
      />
      <DialogButtons>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={read.isPending} disabled={text.trim() === ''}>
          {t('next')}
        </Button>
      </DialogButtons>
    </form>
  );
}

function PlacesStep({
  text,
  sheet,
  onDone,
}: {
  readonly text: string;
  readonly sheet: SheetRead;
  readonly onDone: Props['onDone'];
}): React.JSX.Element {
  const t = useText(recoveryTexts);
  const [extra, setExtra] = useState(sheet.spaces.length === 0 ? 1 : 0);
  const [found, setFound] = useState<Restored | null>(null);
  const take = ({ outcome, name, organisation }: RestoredSpace): void => {
    if (outcome === 'member' || outcome === 'open') setFound((known) => best(known, { name, organisation }));
  };
  const { name } = sheet;
  return (
    <>
      <p role="status">{name === '' ? t('right') : t('rightOf', { name })}</p>
      <h3>{t('places')}</h3>
      <p className={classes['soft']}>{t('placesText')}</p>
      {sheet.spaces.map((space) => (
        <PlaceRow key={space.id} text={text} name={space.name} place={space.place} onRestored={take} />
      ))}
      {Array.from({ length: extra }, (_, i) => (
        <PlaceRow key={i} text={text} name={null} place={null} onRestored={take} />
      ))}
      <div className={classes['buttons']}>
        <Button variant="subtle" size="compact-md" onClick={() => setExtra(extra + 1)}>
          {t('another')}
        </Button>
      </div>
      {found !== null && <OwnDevices lostOnly />}
      <DialogButtons>
        <Button onClick={() => onDone(found)}>{t('finish')}</Button>
      </DialogButtons>
    </>
  );
}

function best(known: Restored | null, next: Restored): Restored {
  return known === null || known.name === '' ? next : known;
}
