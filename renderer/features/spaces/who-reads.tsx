import { Checkbox } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { whoReadsTexts } from '../../../shared/messages/ui/sharing';
import { useText } from '../../components/use-text';
import classes from './spaces.module.css';

interface Props {
  /** Only who was let in reads along. */
  readonly isClosed?: boolean;
  readonly isConfirmed: boolean;
  /** Somebody wanted to go on without confirming. */
  readonly tried: boolean;
  readonly onConfirm: (confirmed: boolean) => void;
}

/** Says who can read what goes to a shared folder, and has it confirmed. */
export function WhoReads({ isClosed = false, isConfirmed, tried, onConfirm }: Props): React.JSX.Element {
  const t = useText(whoReadsTexts);
  return (
    <section className={classes['readers']} aria-label={t('title')}>
      <h3>
        <IconUsersGroup size={17} aria-hidden /> {t('title')}
      </h3>
      <ul>
        <li>
          <b>{t(isClosed ? 'members' : 'folder')}</b> {t(isClosed ? 'keeperClosed' : 'keeper')}
        </li>
        <li>{t('stays')}</li>
        <li>{t('noPupils')}</li>
      </ul>
      <Checkbox
        label={t('confirm')}
        checked={isConfirmed}
        error={tried && !isConfirmed ? t('needed') : undefined}
        onChange={(event) => onConfirm(event.currentTarget.checked)}
      />
    </section>
  );
}
