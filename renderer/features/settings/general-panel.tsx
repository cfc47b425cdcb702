import { SegmentedControl, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { settingsTexts } from '../../../shared/messages/ui/settings';
import type { Settings } from '../../../shared/model/settings';
import { useText } from '../../components/use-text';
import classes from './settings-dialog.module.css';
import { useChangeSettings } from '../../components/use-change-settings';

/** Who uses this device, and in which language. */
export function GeneralPanel({ settings }: { readonly settings: Settings }): React.JSX.Element {
  const t = useText(settingsTexts);
  const languageId = useId();
  const [profile, setProfile] = useState(settings.profile);
  const { change, isSaved } = useChangeSettings();
  const field = (key: keyof Settings['profile'], maxLength: number): React.JSX.Element => (
    <TextInput
      label={t(key)}
      maxLength={maxLength}
      autoComplete="off"
      value={profile[key]}
      onChange={(event) => setProfile({ ...profile, [key]: event.currentTarget.value })}
      onBlur={() => profile[key].trim() !== settings.profile[key] && change({ profile })}
    />
  );
  return (
    <>
      <h3>{t('profile')}</h3>
      <p>{t('profileText')}</p>
      <div className={classes['fields']}>
        {field('name', 120)}
        {field('organisation', 200)}
        {field('role', 120)}
      </div>
      <div className={classes['choice']}>
        <span className={classes['label']} id={languageId}>
          {t('language')}
        </span>
        <SegmentedControl
          aria-labelledby={languageId}
          value={settings.language}
          onChange={(language) => change({ language: language === 'en' ? 'en' : 'nl' })}
          data={[
            { value: 'nl', label: <span lang="nl">Nederlands</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
        />
      </div>
      <div className={classes['status']} role="status">
        {isSaved && t('saved')}
      </div>
    </>
  );
}
