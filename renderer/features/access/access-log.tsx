import { Button } from '@mantine/core';
import { useState } from 'react';
import { accessTexts } from '../../../shared/messages/ui/access';
import type { AccessLogLine } from '../../../shared/model/access';
import { useAsk } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { useText } from '../../components/use-text';
import classes from './access.module.css';
import { Section, type OfSpace } from './parts';

const shownIdLength = 12;

/** Requests that were answered, rights and shares, each with its place in its writer's signed chain. */
export function AccessLog({ id }: OfSpace): React.JSX.Element {
  const t = useText(accessTexts);
  const format = useFormat();
  const line = useLine();
  const [isOpen, setOpen] = useState(false);
  const lines = useAsk('access.log', { id }, { enabled: isOpen }).data;
  return (
    <Section title={t('log')} text={t('logText')}>
      <Button variant="default" size="compact-md" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'logHide' : 'logShow')}
      </Button>
      {isOpen && lines?.length === 0 && <p>{t('logNone')}</p>}
      {isOpen && lines !== undefined && lines.length > 0 && (
        <ol className={classes['log']} tabIndex={0} aria-label={t('log')}>
          {lines.map((each, i) => (
            <li key={`${each.id} ${i}`}>
              <time dateTime={each.at}>{format.dateTime(each.at)}</time>
              {line(each)} {each.fault !== null && <b>({t('log.aside')})</b>}
              {'reason' in each.change && each.change.reason !== '' && <div>“{each.change.reason}”</div>}
              <small>{t('log.mark', { n: each.n, id: each.id.slice(0, shownIdLength) })}</small>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function useLine(): (line: AccessLogLine) => string {
  const t = useText(accessTexts);
  const format = useFormat();
  return ({ who, whom, change }) => {
    const names = { who, whom: whom ?? '' };
    switch (change.kind) {
      case 'rights': {
        const role = t(`role.${change.role}`);
        return change.until === null
          ? t('log.rights', { ...names, role })
          : t('log.rightsUntil', { ...names, role, until: format.date(change.until) });
      }
      case 'accept':
        return t('log.accept', { ...names, n: format.number(change.revisions.length) });
      case 'share':
        return t(`log.${change.what}`, { ...names, title: change.title });
      case 'link':
        return t(change.device.sheet === true ? 'log.sheet' : 'log.link', names);
      case 'drop':
      case 'decline':
        return t(`log.${change.kind}`, names);
    }
  };
}
