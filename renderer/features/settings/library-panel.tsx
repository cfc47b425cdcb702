import { Button } from '@mantine/core';
import { useState } from 'react';
import { settingsTexts } from '../../../shared/messages/ui/settings';
import { ask } from '../../bridge/client';
import { useAsk, useCommand } from '../../bridge/queries';
import { useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { BackupTasks } from './backup-tasks';
import { BinTerm } from './bin-term';
import { MaintenanceTasks } from './maintenance-tasks';
import { MoveDialog } from './move-dialog';
import { PathLine } from '../../components/path-line';
import { openDialog } from '../../state/view';
import classes from './settings-dialog.module.css';

/** Where the library is, and what keeps it healthy. */
export function LibraryPanel(): React.JSX.Element {
  const t = useText(settingsTexts);
  const { failed } = useUndo();
  const folder = useAsk('library.status', undefined).data?.folder ?? '';
  const showFolder = useCommand('library.showFolder');
  const [target, setTarget] = useState<string | null>(null);
  const choose = (): void =>
    void ask('dialog.chooseFolder').then((chosen) => chosen !== null && setTarget(chosen), failed);
  return (
    <>
      <h3>{t('folder')}</h3>
      <p>{t('folderText')}</p>
      <PathLine path={folder} />
      <div className={classes['buttons']}>
        <Button variant="default" size="xs" onClick={() => showFolder.mutate(undefined, { onError: failed })}>
          {t('showFolder')}
        </Button>
        <Button variant="default" size="xs" onClick={choose}>
          {t('chooseFolder')}
        </Button>
      </div>
      <h3>{t('outside')}</h3>
      <p>{t('outsideText')}</p>
      <div className={classes['buttons']}>
        <Button variant="default" size="xs" onClick={() => openDialog({ kind: 'export', ids: null })}>
          {t('exportAll')}
        </Button>
        <Button variant="default" size="xs" onClick={() => openDialog({ kind: 'publish' })}>
          {t('makeSite')}
        </Button>
      </div>
      <BackupTasks />
      <BinTerm />
      <h3>{t('maintenance')}</h3>
      <MaintenanceTasks />
      <MoveDialog from={folder} to={target} onClose={() => setTarget(null)} />
    </>
  );
}
