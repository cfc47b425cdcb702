import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconFolderSymlink, IconKey, IconShare2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { SpaceId } from '../../../../shared/base/ids';
import { spaceDialogTexts } from '../../../../shared/messages/ui/space-dialog';
import { spacePageTexts } from '../../../../shared/messages/ui/space-page';
import type { Inspection, Place, SpaceStatus } from '../../../../shared/model/sync';
import { DialogButtons } from '../../../components/dialog-buttons';
import { copyText } from '../../../components/copy-text';
import { GuardStop } from '../../../components/guard/guard-stop';
import { isGuardStop } from '../../../components/guard/guard-words';
import { useReturnFocus } from '../../../components/use-return-focus';
import { useText } from '../../../components/use-text';
import { focusPane } from '../../../state/search';
import { Found } from '../found';
import { PlaceForm } from '../place-form';
import { PathLine } from '../../../components/path-line';
import classes from '../space-page.module.css';
import dialogClasses from '../spaces.module.css';
import { usePlace } from '../use-place';
import { WhoReads } from '../who-reads';
import { Section } from './section';
import { useSpaceCommand } from './use-space-command';

const icon = { size: 15, 'aria-hidden': true } as const;

/** Where the shared folder of a space is, and the way to say that it is elsewhere now. */
export function PlaceSection({ space: { id, name, place } }: { readonly space: SpaceStatus }): React.JSX.Element {
  const t = useText(spacePageTexts);
  const d = useText(spaceDialogTexts);
  const [isMoving, setMoving] = useState(false);
  return (
    <Section title={t('place')} {...(place === null ? { text: t('noPlace') } : {})}>
      {place !== null && <PathLine path={place} />}
      <div className={classes['buttons']}>
        {place !== null && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCopy {...icon} />}
            onClick={() => {
              copyText(place);
              notifications.show({ message: d('copied') });
            }}
          >
            {d('copyPlace')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={place === null ? <IconShare2 {...icon} /> : <IconFolderSymlink {...icon} />}
          onClick={() => setMoving(true)}
        >
          {t(place === null ? 'giveFolder' : 'moved')}
        </Button>
        {place !== null && isServer(place) && <LoginButton id={id} name={name} place={place} />}
      </div>
      {isMoving && (
        <MoveDialog
          id={id}
          name={name}
          {...(place === null ? { why: 'first' } : {})}
          onClose={() => setMoving(false)}
        />
      )}
    </Section>
  );
}

/** A place on a server: somebody may log in there. */
function isServer(place: string): boolean {
  return /^https?:/i.test(place);
}

interface LoginProps {
  readonly id: SpaceId;
  readonly name: string;
  readonly place: string;
}

/** Another user name or password for the same place. */
export function LoginButton({ id, name, place }: LoginProps): React.JSX.Element {
  const t = useText(spacePageTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconKey {...icon} />} onClick={() => setOpen(true)}>
        {t('login')}
      </Button>
      {isOpen && (
        <MoveDialog
          id={id}
          name={name}
          why="login"
          initial={{ kind: 'webdav', url: place }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

const dialogTexts = {
  moved: { title: 'movedTitle', text: 'movedText', where: 'where', done: 'movedDone' },
  first: { title: 'giveFolderTitle', text: 'giveFolderText', where: 'whereNew', done: 'movedDone' },
  login: { title: 'loginTitle', text: 'loginText', where: 'where', done: 'loginDone' },
} as const;

interface MoveProps {
  readonly id: SpaceId;
  readonly name: string;
  /** The folder moved, the space had none yet, or the server asks for another password. */
  readonly why?: keyof typeof dialogTexts;
  readonly initial?: Place;
  readonly onClose: () => void;
}

/** Points a space at another place, after looking what is there. Exists only while it is asked. */
export function MoveDialog({ id, name, why = 'moved', initial, onClose }: MoveProps): React.JSX.Element {
  useReturnFocus(() => focusPane('detail'));
  const t = useText(spacePageTexts);
  const d = useText(spaceDialogTexts);
  const chosen = usePlace(initial);
  const texts = dialogTexts[why];
  const isFirst = why === 'first';
  const share = useSpaceCommand('spaces.share');
  const move = useSpaceCommand('spaces.move');
  const isPending = share.isPending || move.isPending;
  const [isStopped, setStopped] = useState(false);
  const [isConfirmed, setConfirmed] = useState(false);
  const [tried, setTried] = useState(false);
  const fit = fits(chosen.found, id);
  // Another folder may be open to others.
  const isNew = chosen.found?.kind === 'empty' || chosen.found?.kind === 'no-folder';
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (!fit || chosen.place === null) return chosen.look();
    setTried(true);
    if (isNew && !isConfirmed) return;
    send();
  };
  const send = (despite?: string): void => {
    const { place } = chosen;
    if (place === null) return;
    const done = (): void => {
      notifications.show({ message: t(texts.done) });
      onClose();
    };
    if (!isFirst) return move.run({ id, place }, done);
    share.run({ id, place, ...(despite === undefined ? {} : { despite }) }, done, (error) => {
      setStopped(isGuardStop(error));
      return isGuardStop(error);
    });
  };
  return (
    <Modal opened onClose={onClose} size={620} title={t(texts.title, { name })}>
      {isStopped ? (
        <GuardStop
          scope={{ kind: 'space', id }}
          onRedact={null}
          onDespite={send}
          onStop={onClose}
          isBusy={isPending}
          error={null}
        />
      ) : (
        <form noValidate onSubmit={submit}>
          <p className={dialogClasses['intro']}>{t(texts.text)}</p>
          <PlaceForm label={d(texts.where)} chosen={chosen} />
          {chosen.found === null || !isOwnMessage(chosen.found) ? (
            <Found mode={isFirst ? 'new' : 'open'} chosen={chosen} />
          ) : (
            <OwnMessage found={chosen.found} fit={fit} />
          )}
          {isNew && (
            <div className={dialogClasses['group']}>
              <WhoReads isConfirmed={isConfirmed} tried={tried} onConfirm={setConfirmed} />
            </div>
          )}
          <DialogButtons>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isPending || chosen.isLooking}>
              {fit ? t('movedUse') : d('look')}
            </Button>
          </DialogButtons>
        </form>
      )}
    </Modal>
  );
}

/** The same space, or a folder, empty or still to be made, that can become its shared folder. */
function fits(found: Inspection | null, id: SpaceId): boolean {
  return found?.kind === 'empty' || found?.kind === 'no-folder' || (found?.kind === 'space' && found.id === id);
}

type OwnFinding = Extract<Inspection, { kind: 'empty' | 'no-folder' | 'space' }>;

function isOwnMessage(found: Inspection): found is OwnFinding {
  return found.kind === 'empty' || found.kind === 'no-folder' || found.kind === 'space';
}

function OwnMessage({ found, fit }: { readonly found: OwnFinding; readonly fit: boolean }): React.JSX.Element {
  const t = useText(spacePageTexts);
  const text =
    found.kind !== 'space'
      ? t(found.kind === 'empty' ? 'movedEmpty' : 'movedNoFolder')
      : fit
        ? t('movedSame')
        : t('movedWrong', { name: found.name });
  return (
    <div className={dialogClasses['found']} data-tone={fit ? 'good' : 'bad'} role="status">
      <p>{text}</p>
    </div>
  );
}
