import { Button, Modal, Radio, Select, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPackageExport, IconPackageImport } from '@tabler/icons-react';
import { useState } from 'react';
import { AppError } from '../../../../shared/base/errors';
import type { SpaceId } from '../../../../shared/base/ids';
import { spacePageTexts } from '../../../../shared/messages/ui/space-page';
import type { BundleTakenIn, SpaceStatus } from '../../../../shared/model/sync';
import { ask } from '../../../bridge/client';
import { useAsk } from '../../../bridge/queries';
import { DialogButtons } from '../../../components/dialog-buttons';
import { useFormat } from '../../../components/format';
import { GuardStop } from '../../../components/guard/guard-stop';
import { isGuardStop } from '../../../components/guard/guard-words';
import { useSpaceWords } from '../../../components/space-state';
import { useOpenBundle } from '../../../components/use-open-bundle';
import { useReturnFocus } from '../../../components/use-return-focus';
import { useErrorText, useText } from '../../../components/use-text';
import { useUndo } from '../../../components/use-undo';
import { focusPane } from '../../../state/search';
import classes from '../space-page.module.css';
import { Section } from './section';
import { useSpaceCommand } from './use-space-command';

const icon = { size: 15, 'aria-hidden': true } as const;

/** Sharing without a network: making a bundle file and opening one. */
export function Bundles({ space }: { readonly space: SpaceStatus }): React.JSX.Element {
  const t = useText(spacePageTexts);
  const errorText = useErrorText();
  const tell = useOpenedText();
  const [isMaking, setMaking] = useState(false);
  const [opened, setOpened] = useState<BundleTakenIn | null>(null);
  const { choose, isPending } = useOpenBundle(setOpened);
  return (
    <Section title={t('bundle')} text={t('bundleText')}>
      <div className={classes['buttons']}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPackageExport {...icon} />}
          onClick={() => setMaking(true)}
        >
          {t('bundleMake')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPackageImport {...icon} />}
          loading={isPending}
          onClick={choose}
        >
          {t('bundleOpen')}
        </Button>
      </div>
      {opened !== null && (
        <div role="status" className={classes['result']}>
          <p>{tell(opened)}</p>
          {opened.refused.length > 0 && (
            <ul>
              {opened.refused.slice(0, 50).map(({ code, params }, index) => (
                <li key={index}>{errorText(new AppError(code, params))}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {isMaking && <MakeBundle space={space} onClose={() => setMaking(false)} />}
    </Section>
  );
}

function useOpenedText(): (opened: BundleTakenIn) => string {
  const t = useText(spacePageTexts);
  const words = useSpaceWords();
  return (opened) => {
    const what = words.amount(opened);
    return what === '' ? t('bundleNothing') : t('bundleOpened', { what });
  };
}

interface MakeProps {
  readonly space: SpaceStatus;
  readonly onClose: () => void;
}

/** What goes into a bundle and where it is saved. Exists only while it is asked. */
function MakeBundle({ space: { id, name }, onClose }: MakeProps): React.JSX.Element {
  useReturnFocus(() => focusPane('detail'));
  const t = useText(spacePageTexts);
  const format = useFormat();
  const { failed } = useUndo();
  const make = useSpaceCommand('bundle.make');
  const [all, setAll] = useState(true);
  const [reader, setReader] = useState<string | null>(null);
  /** Where the bundle was to be saved when the guard stopped it. */
  const [stopped, setStopped] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const path = await ask('dialog.saveAs', { suggestedName: `${fileName(name)}.zip` });
    if (path === null) return;
    write(path);
  };
  const write = (path: string, despite?: string): void =>
    make.run(
      {
        id,
        path,
        all,
        ...(all || reader === null ? {} : { readers: [reader] }),
        ...(despite === undefined ? {} : { despite }),
      },
      ({ sizeBytes }) => {
        notifications.show({
          message: t('bundleMade', { size: format.size(sizeBytes) }),
        });
        onClose();
      },
      (error) => {
        setStopped(isGuardStop(error) ? path : null);
        return isGuardStop(error);
      },
    );
  return (
    <Modal opened onClose={onClose} size={stopped === null ? 'md' : 620} title={t('bundleTitle')}>
      {stopped !== null ? (
        <GuardStop
          scope={{ kind: 'space', id }}
          onRedact={null}
          onDespite={(despite) => write(stopped, despite)}
          onStop={onClose}
          isBusy={make.isPending}
          error={null}
        />
      ) : (
        <>
          <Radio.Group label={t('bundleFor')} value={all ? 'all' : 'new'} onChange={(value) => setAll(value === 'all')}>
            <Stack gap={10} mt={8}>
              <Radio value="all" label={t('bundleAll')} description={t('bundleAllText')} />
              <Radio value="new" label={t('bundleNew')} description={t('bundleNewText')} />
            </Stack>
          </Radio.Group>
          {!all && <Reader space={id} reader={reader} onChoose={setReader} />}
          <DialogButtons>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button loading={make.isPending} onClick={() => void save().catch(failed)}>
              {t('bundleSave')}
            </Button>
          </DialogButtons>
        </>
      )}
    </Modal>
  );
}

interface ReaderProps {
  readonly space: SpaceId;
  /** A device; null for all participants. */
  readonly reader: string | null;
  readonly onChoose: (reader: string | null) => void;
}

/** Whom a bundle is for; with one other there is nothing to choose. */
function Reader({ space, reader, onChoose }: ReaderProps): React.JSX.Element | null {
  const t = useText(spacePageTexts);
  const others = (useAsk('spaces.participants', { id: space }).data ?? []).filter(({ self }) => !self);
  if (others.length < 2) return null;
  return (
    <Select
      mt={14}
      label={t('bundleReader')}
      description={t('bundleReaderText')}
      placeholder={t('bundleEverybody')}
      clearable
      data={others.map(({ device, name, organisation }) => ({
        value: device,
        label: [name === '' ? t('nameless') : name, organisation].filter(Boolean).join(', '),
      }))}
      value={reader}
      onChange={onChoose}
    />
  );
}

/** A name that every file system takes. */
function fileName(name: string): string {
  return (
    name
      .replace(/[\\/:*?"<>|]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 80) || 'raakvlak'
  );
}
