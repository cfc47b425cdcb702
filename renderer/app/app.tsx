import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useInsertionEffect } from 'react';
import { shellTexts } from '../../shared/messages/ui/shell';
import type { Settings } from '../../shared/model/settings';
import { ask, settled } from '../bridge/client';
import { queryClient, useAsk, useEvent } from '../bridge/queries';
import { loadLater, loadOnDemand, useLater } from '../components/load-later';
import { lockApp } from '../components/lock-app';
import { LanguageContext } from '../components/use-text';
import { styleNonce } from './style-nonce';
import { themeWith } from '../styles/theme';
import { Workspace } from './workspace';

const themes = { nl: themeWith(shellTexts.close.nl), en: themeWith(shellTexts.close.en) };

const Messages = loadLater(async () => (await import('./messages')).Messages);

// Seen once.
const Welcome = loadOnDemand(async () => (await import('../features/welcome/welcome')).Welcome);

const LockScreen = loadOnDemand(async () => (await import('../features/lock/lock-screen')).LockScreen);

export function App(): React.JSX.Element {
  useEvent('window.closing', writeAndClose);
  useEvent('lock.asked', lockNow);
  return (
    <QueryClientProvider client={queryClient}>
      <Themed />
    </QueryClientProvider>
  );
}

function Themed(): React.JSX.Element | null {
  const settings = useAsk('settings.get', undefined).data;
  const isLocked = useAsk('lock.status', undefined).data?.isLocked;
  const isLater = useLater();
  useDocumentSettings(settings);
  if (settings === undefined || isLocked === undefined) return null;
  return (
    <LanguageContext.Provider value={settings.language}>
      <MantineProvider
        theme={themes[settings.language]}
        {...(settings.theme === 'system' ? {} : { forceColorScheme: settings.theme })}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        {isLater && <Messages />}
        {isLocked ? <LockScreen /> : settings.firstRunDone ? <Workspace /> : <Welcome />}
      </MantineProvider>
    </LanguageContext.Provider>
  );
}

/** What the styles of the whole page depend on, there before anything is measured: set after that, all would be laid out again. */
function useDocumentSettings(settings: Settings | undefined): void {
  const { language, textSize } = settings ?? {};
  useInsertionEffect(() => {
    const page = document.documentElement;
    if (language !== undefined && language !== page.lang) page.lang = language;
    if (textSize !== undefined) page.dataset['textSize'] = textSize;
    // The component library sets the same, but when all has been drawn.
    page.dataset['mantineColorScheme'] ??= matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }, [language, textSize]);
}

/** Who asks sees to it when the window cannot. */
function lockNow(): void {
  void lockApp().catch(() => undefined);
}

/** Leaving a field saves it, so the window leaves the field, waits until all is written, and only then closes. */
function writeAndClose(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  void settled().then(() => ask('window.close'));
}
