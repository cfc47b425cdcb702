import { IconFileAlert } from '@tabler/icons-react';
import { AppError } from '../../../../shared/base/errors';
import { spacePageTexts } from '../../../../shared/messages/ui/space-page';
import type { SpaceStatus } from '../../../../shared/model/sync';
import { useAsk } from '../../../bridge/queries';
import { useFormat } from '../../../components/format';
import { useErrorText, useText } from '../../../components/use-text';
import classes from '../space-page.module.css';
import { Section } from './section';

const maxShown = 200;

/** Files in the shared folder that are not right: which, why, and since when. */
export function Quarantine({ space: { id } }: { readonly space: SpaceStatus }): React.JSX.Element {
  const t = useText(spacePageTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const files = useAsk('sync.quarantine', { id }).data ?? [];
  return (
    <Section title={t('quarantine')} text={t('quarantineText')}>
      <ul className={classes['files']}>
        {files.slice(0, maxShown).map(({ path, code, params, since }) => (
          <li key={path}>
            <IconFileAlert size={16} aria-hidden />
            <div title={path}>
              <span>{errorText(new AppError(code, { ...params, file: shortName(path), path: shortName(path) }))}</span>
              <span className={classes['soft']}>{t('since', { when: format.dateTime(since) })}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The names in a shared folder are long numbers; their beginning tells them apart. The whole name is in the log. */
function shortName(path: string): string {
  return path.replace(/([0-9a-f]{8})[0-9a-f]{8,}/g, '$1…');
}
