import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { settingsTexts } from '../../../shared/messages/ui/settings';
import { useText } from '../../components/use-text';
import { UntrustedMarkdown } from '../../viewers/untrusted-markdown';
import classes from './settings-dialog.module.css';

/** Whose work the app is built with, and under which licences: read when somebody asks. */
export function LicenceNotices(): React.JSX.Element {
  const t = useText(settingsTexts);
  const [isOpen, setOpen] = useState(false);
  const notice = useQuery({
    queryKey: ['notice'],
    enabled: isOpen,
    queryFn: async () => (await import('../../../resources/NOTICE.md?raw')).default,
  });
  return (
    <details className={classes['notices']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('notices')}</summary>
      {isOpen && notice.data === undefined && <Loader size="sm" aria-label={t('notices')} />}
      {notice.data !== undefined && (
        <div lang="en">
          <UntrustedMarkdown text={notice.data.replace(/^# .*\n/, '')} firstLevel={3} />
        </div>
      )}
    </details>
  );
}
