import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { AppError } from '../../../shared/base/errors';
import { spaceDialogTexts } from '../../../shared/messages/ui/space-dialog';
import type { Inspection, Place } from '../../../shared/model/sync';
import { useFormat } from '../../components/format';
import { useErrorText, useText } from '../../components/use-text';
import { openDialog, showSpace } from '../../state/view';
import classes from './spaces.module.css';
import type { ChosenPlace } from './use-place';

type Mode = 'new' | 'open';

/** What is found at a place fits what somebody wants there. */
export function isFit(mode: Mode, found: Inspection | null): boolean {
  if (mode === 'new') return found?.kind === 'empty' || found?.kind === 'no-folder';
  return found?.kind === 'space' && !found.known;
}

/** What is found at a place, and what one can do with it. */
export function Found({ mode, chosen }: { readonly mode: Mode; readonly chosen: ChosenPlace }): React.JSX.Element {
  const t = useText(spaceDialogTexts);
  const errorText = useErrorText();
  const { isLooking, error, found, place } = chosen;
  return (
    <div role="status" aria-live="polite">
      {isLooking && (
        <div className={classes['found']}>
          <Loader size={16} aria-hidden /> <p>{t('looking')}</p>
        </div>
      )}
      {error !== null && <Message tone="bad" title={t('foundFailed')} text={errorText(error)} />}
      {found !== null && place !== null && <Inspected mode={mode} found={found} place={place} />}
    </div>
  );
}

interface InspectedProps {
  readonly mode: Mode;
  readonly found: Inspection;
  readonly place: Place;
}

function Inspected({ mode, found, place }: InspectedProps): React.JSX.Element {
  const t = useText(spaceDialogTexts);
  const format = useFormat();
  const errorText = useErrorText();
  switch (found.kind) {
    case 'empty':
      if (mode === 'new') return <Message tone="good" text={t('foundEmpty')} />;
      return (
        <Message tone="warn" text={t('foundEmptyOpen')}>
          <Switch label={t('makeInstead')} onClick={() => openDialog({ kind: 'new-space', place })} />
        </Message>
      );
    case 'no-folder':
      if (mode === 'new') return <Message tone="good" text={t('foundNoFolder')} />;
      return (
        <Message tone="warn" text={t('foundNoFolderOpen')}>
          <Switch label={t('makeInstead')} onClick={() => openDialog({ kind: 'new-space', place })} />
        </Message>
      );
    case 'other-files':
      return (
        <Message
          tone="bad"
          text={t(mode === 'new' ? 'foundOther' : 'foundOtherOpen', { n: format.number(found.count) })}
        />
      );
    case 'failed':
      return <Message tone="bad" title={t('foundFailed')} text={errorText(new AppError(found.code, found.params))} />;
    case 'space':
      return <FoundSpace mode={mode} found={found} place={place} />;
  }
}

function FoundSpace({
  mode,
  found,
  place,
}: Omit<InspectedProps, 'found'> & { readonly found: Extract<Inspection, { kind: 'space' }> }): React.JSX.Element {
  const t = useText(spaceDialogTexts);
  const format = useFormat();
  const { name, id, participants } = found;
  if (found.known)
    return (
      <Message tone="warn" text={t('foundKnown', { name })}>
        <Switch
          label={t('showKnown')}
          onClick={() => {
            openDialog(null);
            showSpace(id);
          }}
        />
      </Message>
    );
  if (mode === 'new')
    return (
      <Message tone="warn" text={t('foundSpaceNew', { name })}>
        <Switch label={t('openInstead')} onClick={() => openDialog({ kind: 'open-space', place })} />
      </Message>
    );
  if (found.closed) return <Message tone="good" title={t('foundSpace', { name })} text={t('foundClosed')} />;
  return (
    <Message
      tone="good"
      title={t('foundSpace', { name })}
      text={participants === 1 ? t('foundParticipantOne') : t('foundParticipants', { n: format.number(participants) })}
    />
  );
}

function Switch({ label, onClick }: { readonly label: string; readonly onClick: () => void }): React.JSX.Element {
  return (
    <Button size="compact-sm" variant="light" onClick={onClick}>
      {label}
    </Button>
  );
}

const icons = { good: IconCircleCheck, warn: IconInfoCircle, bad: IconAlertTriangle } as const;

interface MessageProps {
  readonly tone: keyof typeof icons;
  readonly title?: string;
  readonly text: string;
  readonly children?: React.ReactNode;
}

function Message({ tone, title, text, children }: MessageProps): React.JSX.Element {
  const Sign = icons[tone];
  return (
    <div className={classes['found']} data-tone={tone}>
      <Sign size={18} aria-hidden />
      <div>
        {title !== undefined && <b>{title}</b>}
        <p>{text}</p>
        {children}
      </div>
    </div>
  );
}
