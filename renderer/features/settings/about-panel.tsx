import type { AppInfo } from '../../../shared/contract/answers';
import { settingsTexts } from '../../../shared/messages/ui/settings';
import { useText } from '../../components/use-text';
import { LicenceNotices } from './notices';
import classes from './settings-dialog.module.css';

/** What runs here: what somebody who helps will ask for. */
export function AboutPanel({ info }: { readonly info: AppInfo }): React.JSX.Element {
  const t = useText(settingsTexts);
  return (
    <>
      <dl className={classes['facts']}>
        <dt>{t('version')}</dt>
        <dd>Raakvlak {info.version}</dd>
        <dt>{t('builtOn')}</dt>
        <dd>
          Electron {info.electron}, Chromium {info.chrome}
        </dd>
        <dt>{t('configFolder')}</dt>
        <dd>{info.folders.config}</dd>
        <dt>{t('licence')}</dt>
        <dd>{t('licenceText')}</dd>
      </dl>
      <LicenceNotices />
    </>
  );
}
