import { Button, Loader, Modal } from '@mantine/core';
import { IconCopy, IconFolderSymlink, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { ItemId, SpaceId } from '../../../shared/base/ids';
import { shareTexts } from '../../../shared/messages/ui/sharing';
import { leftBehind } from '../../../shared/model/publishing';
import type { SpaceStatus } from '../../../shared/model/sync';
import { useAsk, useCommand } from '../../bridge/queries';
import { DialogButtons } from '../../components/dialog-buttons';
import { ChoiceCards } from '../../components/choice-cards';
import { useFormat } from '../../components/format';
import { GuardStop } from '../../components/guard/guard-stop';
import { isGuardStop } from '../../components/guard/guard-words';
import { useSpaces } from '../../components/use-spaces';
import { useErrorText, useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { openDialog, openItem, view } from '../../state/view';
import { GoesAlong, type Carried } from './goes-along';
import classes from './spaces.module.css';
import { Form } from './step-form';
import { WhoReads } from './who-reads';

/** Puts items in a space, as a copy or moved, after showing who can read it and what goes along. */
export function ShareDialog(): React.JSX.Element {
  const t = useText(shareTexts);
  const format = useFormat();
  const dialog = view.use((state) => state.dialog);
  const share = dialog?.kind === 'share' ? dialog : null;
  const count = share?.ids.length ?? 1;
  return (
    <Modal
      opened={share !== null}
      onClose={() => openDialog(null)}
      size={620}
      title={count === 1 ? t('titleOne') : t('titleMany', { n: format.number(count) })}
    >
      {share !== null && <Choose ids={share.ids} initial={share.space} />}
    </Modal>
  );
}

function Choose({
  ids,
  initial,
}: {
  readonly ids: readonly ItemId[];
  readonly initial: SpaceId | undefined;
}): React.JSX.Element | null {
  const t = useText(shareTexts);
  const spaces = useSpaces().data;
  const [only] = ids;
  const item = useAsk('items.get', { id: only ?? '' }, { enabled: ids.length === 1 });
  if (ids.length === 1 && item.isPending) return null;
  // One item goes to another space than the one it is in.
  const own = ids.length === 1 ? item.data?.state.space : undefined;
  const shared = spaces?.filter(({ id, kind }) => kind === 'open' && id !== own);
  if (shared === undefined) return null;
  if (shared.length > 0) return <ShareForm ids={ids} spaces={shared} initial={initial} />;
  return (
    <>
      <p>{t(spaces?.some(({ kind }) => kind === 'open') === true ? 'noOtherSpaces' : 'noSpaces')}</p>
      <DialogButtons>
        <Button variant="default" onClick={() => openDialog({ kind: 'open-space' })}>
          {t('openSpace')}
        </Button>
        <Button onClick={() => openDialog({ kind: 'new-space' })}>{t('newSpace')}</Button>
      </DialogButtons>
    </>
  );
}

interface ShareProps {
  readonly ids: readonly ItemId[];
  readonly spaces: readonly SpaceStatus[];
  readonly initial: SpaceId | undefined;
}

function ShareForm({ ids, spaces, initial }: ShareProps): React.JSX.Element {
  const t = useText(shareTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const { done } = useUndo();
  const publish = useCommand('spaces.publish');
  const [chosen, setChosen] = useState<SpaceId | undefined>(initial ?? spaces[0]?.id);
  const [move, setMove] = useState(false);
  const [isConfirmed, setConfirmed] = useState(false);
  const [tried, setTried] = useState(false);
  const space = spaces.find(({ id }) => id === chosen);
  const preview = useAsk(
    'spaces.publishPreview',
    { ids: [...ids], space: chosen ?? '' },
    { enabled: chosen !== undefined },
  );
  const [choice, setChoice] = useState<Carried | null>(null);
  const leavesClosed = (preview.data?.leaves.length ?? 0) > 0;
  const carried = choice ?? { leaveOut: leavesClosed ? leftBehind : [], history: false };
  const [isStopped, setStopped] = useState(false);
  const send = (what: { move: boolean; despite?: string; redact?: boolean }): void => {
    if (space === undefined) return;
    publish.mutate(
      { ...what, ids: [...ids], space: space.id, leaveOut: [...carried.leaveOut], history: carried.history },
      {
        onError: (error) => setStopped(isGuardStop(error)),
        onSuccess: (published) => {
          const [first] = published;
          const name = space.name;
          const n = format.number(ids.length);
          done(
            ids.length === 1
              ? t(what.move ? 'movedOne' : 'sharedOne', { name })
              : t(what.move ? 'movedMany' : 'sharedMany', { name, n }),
          );
          openDialog(null);
          if (published.length === 1 && first !== undefined) openItem(first.to, { keep: true });
        },
      },
    );
  };
  const run = (): void => {
    setTried(true);
    if (isConfirmed && preview.data !== undefined) send({ move });
  };
  const failure = publish.error;
  if (isStopped)
    return (
      <GuardStop
        scope={{ kind: 'items', ids: [...ids], history: carried.history }}
        // A redacted copy goes; the original stays where it is, also when it was to be moved.
        onRedact={() => send({ move: false, redact: true })}
        onDespite={(despite) => send({ move, despite })}
        onStop={() => openDialog(null)}
        isBusy={publish.isPending}
        error={failure === null || isGuardStop(failure) ? null : errorText(failure)}
      />
    );
  const problem = publish.error ?? preview.error;
  return (
    <Form
      onSubmit={run}
      onBack={null}
      next={t(move ? 'moveButton' : 'share')}
      isBusy={publish.isPending}
      error={problem === null ? null : errorText(problem)}
    >
      <SpaceChoice spaces={spaces} chosen={chosen} onChoose={setChosen} />
      <HowChoice move={move} onMove={setMove} />
      {preview.data === undefined ? (
        preview.error === null && <Loader size="sm" my="md" aria-label={t('along')} />
      ) : (
        <GoesAlong preview={preview.data} carried={carried} onChange={setChoice} />
      )}
      <div className={classes['group']}>
        <WhoReads isConfirmed={isConfirmed} tried={tried} onConfirm={setConfirmed} />
      </div>
    </Form>
  );
}

interface SpaceChoiceProps {
  readonly spaces: readonly SpaceStatus[];
  readonly chosen: SpaceId | undefined;
  readonly onChoose: (id: SpaceId | undefined) => void;
}

function SpaceChoice({ spaces, chosen, onChoose }: SpaceChoiceProps): React.JSX.Element {
  const t = useText(shareTexts);
  const format = useFormat();
  return (
    <ChoiceCards
      label={t('which')}
      value={chosen ?? null}
      onChange={onChoose}
      choices={spaces.map(({ id, name, participants, place }) => ({
        value: id,
        icon: IconUsersGroup,
        name,
        lines: [
          participants === 1 ? t('participantOne') : t('participants', { n: format.number(participants) }),
          ...(place === null ? [] : [place]),
        ],
      }))}
    />
  );
}

function HowChoice({
  move,
  onMove,
}: {
  readonly move: boolean;
  readonly onMove: (move: boolean) => void;
}): React.JSX.Element {
  const t = useText(shareTexts);
  return (
    <div className={classes['group']}>
      <ChoiceCards
        label={t('how')}
        value={move ? 'move' : 'copy'}
        onChange={(value) => onMove(value === 'move')}
        choices={[
          { value: 'copy', icon: IconCopy, name: t('copy'), lines: [t('copyText')] },
          { value: 'move', icon: IconFolderSymlink, name: t('move'), lines: [t('moveText')] },
        ]}
      />
    </div>
  );
}
