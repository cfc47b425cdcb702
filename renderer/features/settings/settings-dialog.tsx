import { Alert, Modal, Tabs } from '@mantine/core';
import { IconBooks, IconInfoCircle, IconLock, IconPalette, IconUser, IconUsersGroup } from '@tabler/icons-react';
import { settingsTexts } from '../../../shared/messages/ui/settings';
import { useAsk } from '../../bridge/queries';
import { useText } from '../../components/use-text';
import { openDialog, view } from '../../state/view';
import { AboutPanel } from './about-panel';
import { AppearancePanel } from './appearance-panel';
import { GeneralPanel } from './general-panel';
import { LibraryPanel } from './library-panel';
import { LockSettings } from './lock-settings';
import { RecoveryPanel } from './recovery-panel';
import classes from './settings-dialog.module.css';
import { SharingPanel } from './sharing-panel';

/** Settings of this device. Each choice takes effect at once. */
export function SettingsDialog(): React.JSX.Element {
  const t = useText(settingsTexts);
  const isOpen = view.use((state) => state.dialog?.kind === 'settings');
  return (
    <Modal opened={isOpen} onClose={() => openDialog(null)} size={800} title={t('title')}>
      {isOpen && <Panels />}
    </Modal>
  );
}

function Panels(): React.JSX.Element | null {
  const t = useText(settingsTexts);
  const settings = useAsk('settings.get', undefined).data;
  const info = useAsk('app.info', undefined).data;
  if (settings === undefined) return null;
  return (
    <>
      {typeof info?.damagedSettings === 'string' && (
        <Alert
          mb={14}
          variant="default"
          title={t('damagedTitle')}
          icon={<IconInfoCircle size={18} aria-hidden />}
          className={classes['damaged'] ?? ''}
        >
          {t('damagedText', { path: info.damagedSettings })}
        </Alert>
      )}
      <Tabs
        defaultValue="general"
        classNames={{ panel: classes['panel'] ?? '', tab: classes['tab'] ?? '', tabSection: classes['sign'] ?? '' }}
      >
        <Tabs.List>
          <Tabs.Tab value="general" leftSection={<IconUser size={15} aria-hidden />}>
            {t('general')}
          </Tabs.Tab>
          <Tabs.Tab value="appearance" leftSection={<IconPalette size={15} aria-hidden />}>
            {t('appearance')}
          </Tabs.Tab>
          <Tabs.Tab value="library" leftSection={<IconBooks size={15} aria-hidden />}>
            {t('library')}
          </Tabs.Tab>
          <Tabs.Tab value="sharing" leftSection={<IconUsersGroup size={15} aria-hidden />}>
            {t('sharing')}
          </Tabs.Tab>
          <Tabs.Tab value="recovery" leftSection={<IconLock size={15} aria-hidden />}>
            {t('recovery')}
          </Tabs.Tab>
          <Tabs.Tab value="about" leftSection={<IconInfoCircle size={15} aria-hidden />}>
            {t('about')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="general">
          <GeneralPanel settings={settings} />
        </Tabs.Panel>
        <Tabs.Panel value="appearance">
          <AppearancePanel settings={settings} />
        </Tabs.Panel>
        <Tabs.Panel value="library">
          <LibraryPanel />
        </Tabs.Panel>
        <Tabs.Panel value="sharing">
          <SharingPanel settings={settings} />
        </Tabs.Panel>
        <Tabs.Panel value="recovery">
          <RecoveryPanel />
          <LockSettings settings={settings} />
        </Tabs.Panel>
        <Tabs.Panel value="about">{info !== undefined && <AboutPanel info={info} />}</Tabs.Panel>
      </Tabs>
    </>
  );
}
