import { Alert, Button, Progress, SegmentedControl, TextInput } from '@mantine/core';
import { IconBooks, IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import { welcomeTexts } from '../../../shared/messages/ui/welcome';
import type { Settings } from '../../../shared/model/settings';
import { useAsk } from '../../bridge/queries';
import { ChoiceCards } from '../../components/choice-cards';
import { LogoMark } from '../../components/logo-mark';
import { RestoreDialog, type Restored } from '../../components/recovery/restore-dialog';
import { useErrorText, useLanguage, useText } from '../../components/use-text';
import { useStart, type Beginning, type Start } from './use-start';
import classes from './welcome.module.css';

const noProfile: Settings['profile'] = { name: '', organisation: '', role: '' };

/** The first thing a new user sees: what this is, who they are if they care to say, and what to begin with. */
export function Welcome(): React.JSX.Element {
  const t = useText(welcomeTexts);
  const saved = useAsk('settings.get', undefined).data?.profile ?? noProfile;
  const [profile, setProfile] = useState(saved);
  const [beginning, setBeginning] = useState<Beginning>('sample');
  const [isRestoring, setRestoring] = useState(false);
  const start = useStart();
  return (
    <main className={classes['page']}>
      <form
        className={classes['card']}
        onSubmit={(event) => {
          event.preventDefault();
          void start.begin(beginning, profile);
        }}
      >
        <div className={classes['head']}>
          <LogoMark size={34} />
          <LanguageChoice start={start} />
        </div>
        <h1>{t('title')}</h1>
        <p className={classes['what']}>{t('what')}</p>
        <fieldset>
          <legend>{t('about')}</legend>
          <p>{t('aboutText')}</p>
          <div className={classes['fields']}>
            <TextInput
              label={t('name')}
              autoComplete="off"
              maxLength={120}
              value={profile.name}
              onChange={(event) => setProfile({ ...profile, name: event.currentTarget.value })}
            />
            <TextInput
              label={t('organisation')}
              autoComplete="off"
              maxLength={200}
              value={profile.organisation}
              onChange={(event) => setProfile({ ...profile, organisation: event.currentTarget.value })}
            />
            <TextInput
              label={t('role')}
              autoComplete="off"
              maxLength={120}
              placeholder={t('rolePlaceholder')}
              value={profile.role}
              onChange={(event) => setProfile({ ...profile, role: event.currentTarget.value })}
            />
          </div>
        </fieldset>
        <BeginningChoice value={beginning} onChange={setBeginning} />
        <Progressing start={start} />
        <div className={classes['buttons']}>
          {start.error !== null && beginning === 'sample' && (
            <Button variant="default" size="md" onClick={() => void start.begin('empty', profile)}>
              {t('startEmpty')}
            </Button>
          )}
          <Button variant="subtle" size="md" onClick={() => setRestoring(true)}>
            {t('haveSheet')}
          </Button>
          <Button type="submit" size="md" loading={start.isRunning}>
            {t('begin')}
          </Button>
        </div>
      </form>
      {isRestoring && (
        <RestoreDialog
          onCancel={() => setRestoring(false)}
          onDone={(restored) => {
            setRestoring(false);
            if (restored !== null) void start.begin('empty', known(profile, restored));
          }}
        />
      )}
    </main>
  );
}

/** What somebody typed here goes before what the sheet says. */
function known(profile: Settings['profile'], { name, organisation }: Restored): Settings['profile'] {
  return { ...profile, name: profile.name || name, organisation: profile.organisation || organisation };
}

function LanguageChoice({ start }: { readonly start: Start }): React.JSX.Element {
  const t = useText(welcomeTexts);
  const language = useLanguage();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language')}
      value={language}
      onChange={(next) => start.setLanguage(next === 'en' ? 'en' : 'nl')}
      data={[
        { value: 'nl', label: <span lang="nl">Nederlands</span> },
        { value: 'en', label: <span lang="en">English</span> },
      ]}
    />
  );
}

function BeginningChoice({
  value,
  onChange,
}: {
  readonly value: Beginning;
  readonly onChange: (value: Beginning) => void;
}): React.JSX.Element {
  const t = useText(welcomeTexts);
  return (
    <ChoiceCards
      label={t('start')}
      value={value}
      onChange={onChange}
      choices={[
        { value: 'sample', icon: IconBooks, name: t('sample'), lines: [t('sampleText')] },
        { value: 'empty', icon: IconFolder, name: t('empty'), lines: [t('emptyText')] },
      ]}
    />
  );
}

function Progressing({ start: { isRunning, progress, error } }: { readonly start: Start }): React.JSX.Element | null {
  const t = useText(welcomeTexts);
  const errorText = useErrorText();
  if (error !== null) {
    return (
      <Alert mt={16} variant="default" className={classes['failed'] ?? ''} role="alert" title={t('failed')}>
        {errorText(error)}
      </Alert>
    );
  }
  if (!isRunning || progress === null) return null;
  const share = progress.total === 0 ? 0 : (100 * progress.done) / progress.total;
  return (
    <div className={classes['progress']} role="status">
      <Progress value={share} aria-label={t('beginning')} />
      {t('beginning')} {progress.total > 0 && t('progress', { done: progress.done, total: progress.total })}
    </div>
  );
}
