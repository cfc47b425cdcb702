import { Modal, TextInput } from '@mantine/core';
import { IconLock, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { spaceDialogTexts } from '../../../shared/messages/ui/space-dialog';
import type { Inspection, Place, SpaceStatus } from '../../../shared/model/sync';
import { ChoiceCards } from '../../components/choice-cards';
import { useText } from '../../components/use-text';
import { openDialog, showSpace, view } from '../../state/view';
import { FirstRound } from './first-round';
import { Found, isFit } from './found';
import { PlaceForm } from './place-form';
import { ReadersStep } from './readers-step';
import classes from './spaces.module.css';
import { Form } from './step-form';
import { usePlace } from './use-place';

type Mode = 'new' | 'open';
type Step = 'name' | 'place' | 'readers' | 'first';

const steps: Readonly<Record<Mode, readonly Step[]>> = {
  new: ['name', 'place', 'readers', 'first'],
  open: ['place', 'readers', 'first'],
};
const stepNames = { name: 'stepName', place: 'stepPlace', readers: 'stepReaders', first: 'stepFirst' } as const;

/** Makes a space in an empty folder, in clear steps. */
export function NewSpaceDialog(): React.JSX.Element {
  return <SpaceDialog mode="new" />;
}

/** Opens a space that somebody else made. */
export function OpenSpaceDialog(): React.JSX.Element {
  return <SpaceDialog mode="open" />;
}

function SpaceDialog({ mode }: { readonly mode: Mode }): React.JSX.Element {
  const t = useText(spaceDialogTexts);
  const dialog = view.use((state) => state.dialog);
  const isOpen = dialog?.kind === `${mode}-space`;
  const place = dialog?.kind === 'new-space' || dialog?.kind === 'open-space' ? dialog.place : undefined;
  return (
    <Modal
      opened={isOpen}
      onClose={() => openDialog(null)}
      size={620}
      title={t(mode === 'new' ? 'newTitle' : 'openTitle')}
      closeOnClickOutside={false}
    >
      {isOpen && <Steps mode={mode} initial={place} />}
    </Modal>
  );
}

function Steps({ mode, initial }: { readonly mode: Mode; readonly initial: Place | undefined }): React.JSX.Element {
  const t = useText(spaceDialogTexts);
  const all = steps[mode];
  const [step, setStep] = useState<Step>(all[0] ?? 'place');
  const [name, setName] = useState('');
  const [isClosed, setClosed] = useState(false);
  const [made, setMade] = useState<SpaceStatus | null>(null);
  const chosen = usePlace(initial);
  const at = all.indexOf(step);
  const go = (by: 1 | -1): void => setStep(all[at + by] ?? step);
  const show = (space: SpaceStatus): void => {
    setMade(space);
    setStep('first');
    showSpace(space.id);
  };
  return (
    <>
      <p className={classes['step']}>
        {t('step', { n: at + 1, of: all.length, name: t(stepNames[step]) })}
        <span className={classes['dots']} aria-hidden>
          {all.map((each, index) => (
            <i key={each} data-done={index <= at || undefined} />
          ))}
        </span>
      </p>
      {step === 'name' && (
        <NameStep name={name} onName={setName} isClosed={isClosed} onClosed={setClosed} onNext={() => go(1)} />
      )}
      {step === 'place' && (
        <Form
          onSubmit={() => (isFit(mode, chosen.found) ? go(1) : chosen.look())}
          onBack={at === 0 ? null : () => go(-1)}
          next={t(isFit(mode, chosen.found) ? 'next' : 'look')}
          isBusy={chosen.isLooking}
        >
          {mode === 'open' && <p className={classes['intro']}>{t('openIntro')}</p>}
          <PlaceForm label={t(mode === 'new' ? 'whereNew' : 'where')} chosen={chosen} />
          <Found mode={mode} chosen={chosen} />
        </Form>
      )}
      {step === 'readers' && chosen.place !== null && (
        <ReadersStep
          mode={mode}
          name={name}
          isClosed={isClosed || isClosedThere(chosen.found)}
          place={chosen.place}
          onBack={() => go(-1)}
          onDone={show}
        />
      )}
      {step === 'first' && made !== null && <FirstRound mode={mode} space={made} />}
    </>
  );
}

function isClosedThere(found: Inspection | null): boolean {
  return found?.kind === 'space' && found.closed;
}

interface NameProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly isClosed: boolean;
  readonly onClosed: (closed: boolean) => void;
  readonly onNext: () => void;
}

function NameStep({ name, onName, isClosed, onClosed, onNext }: NameProps): React.JSX.Element {
  const t = useText(spaceDialogTexts);
  const [tried, setTried] = useState(false);
  const isMissing = name.trim() === '';
  return (
    <Form onSubmit={() => (isMissing ? setTried(true) : onNext())} onBack={null} next={t('next')}>
      <p className={classes['intro']}>{t('newIntro')}</p>
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        value={name}
        maxLength={120}
        autoComplete="off"
        data-autofocus
        error={tried && isMissing ? t('nameNeeded') : undefined}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      <ChoiceCards
        label={t('whoMay')}
        value={isClosed ? 'closed' : 'open'}
        onChange={(kind) => onClosed(kind === 'closed')}
        choices={[
          { value: 'open', icon: IconUsersGroup, name: t('openSpace'), lines: [t('openSpaceText')] },
          { value: 'closed', icon: IconLock, name: t('closedSpace'), lines: [t('closedSpaceText')] },
        ]}
      />
    </Form>
  );
}
