import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { errorMessages } from '../../../../shared/messages/errors';
import { fillText } from '../../../../shared/messages/fill';
import type { Text } from '../../../../shared/messages/text';
import { spacePageTexts } from '../../../../shared/messages/ui/space-page';
import { syncLogTexts } from '../../../../shared/messages/ui/sync-log';
import type { SpaceStatus, SyncLogLine } from '../../../../shared/model/sync';
import { useAsk } from '../../../bridge/queries';
import { copyText } from '../../../components/copy-text';
import { useFormat } from '../../../components/format';
import { useLanguage, useText } from '../../../components/use-text';
import classes from '../space-page.module.css';
import { Section } from './section';

const lines = 200;
const texts: Readonly<Record<string, Text | undefined>> = { ...errorMessages, ...syncLogTexts };

/** What sync did, in words on the screen and whole for a help desk. */
export function Log({ space }: { readonly space: SpaceStatus }): React.JSX.Element {
  const t = useText(spacePageTexts);
  const [isShown, setShown] = useState(false);
  return (
    <Section title={t('log')} text={t('logText')}>
      <Button size="xs" variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {t(isShown ? 'logHide' : 'logShow')}
      </Button>
      {isShown && <Lines space={space} />}
    </Section>
  );
}

function Lines({ space }: { readonly space: SpaceStatus }): React.JSX.Element {
  const t = useText(spacePageTexts);
  const format = useFormat();
  const language = useLanguage();
  const version = useAsk('app.info', undefined).data?.version ?? '';
  const log = useAsk('sync.log', { id: space.id, limit: lines }, { keepLast: true }).data ?? [];
  const copy = (): void => {
    copyText(forHelpDesk(space, version, log));
    notifications.show({ message: t('logCopied') });
  };
  return (
    <>
      {log.length > 0 && (
        <Button size="xs" variant="default" ml={8} leftSection={<IconCopy size={15} aria-hidden />} onClick={copy}>
          {t('logCopy')}
        </Button>
      )}
      <div className={classes['log']} tabIndex={0} role="region" aria-label={t('log')}>
        {log.length === 0 && <p>{t('logEmpty')}</p>}
        <ol>
          {log.map((line, index) => (
            <li key={index} data-level={line.level}>
              <time dateTime={line.at}>{format.dateTime(line.at)}</time>
              <span>
                {line.level !== 'info' && <b>{t(`level_${line.level}`)}: </b>}
                {fillText(texts[line.code]?.[language] ?? line.code, line.params)}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

/** Codes and counts as they are; nothing of what is in the library. */
function forHelpDesk(
  { id, state, quarantined, toSend, toReceive }: SpaceStatus,
  version: string,
  log: readonly SyncLogLine[],
): string {
  const head = { raakvlak: version, space: id, state, quarantined, toSend, toReceive };
  return [
    JSON.stringify(head),
    ...log.map(({ at, level, code, params }) => `${at} ${level} ${code} ${JSON.stringify(params)}`),
  ].join('\n');
}
