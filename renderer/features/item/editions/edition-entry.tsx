import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowsLeftRight, IconTag } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { editionTexts } from '../../../../shared/messages/ui/drafts';
import type { DraftVersion } from '../../../../shared/model/draft';
import type { ItemDetail } from '../../../../shared/model/views';
import { useCommand } from '../../../bridge/queries';
import { useFormat } from '../../../components/format';
import { useLabels } from '../../../components/labels';
import { mayChange } from '../../../components/use-rights';
import { useText } from '../../../components/use-text';
import { useUndo } from '../../../components/use-undo';
import classes from './editions.module.css';

interface Props {
  readonly item: ItemDetail;
  readonly version: DraftVersion;
  readonly isNow: boolean;
  readonly onName: () => void;
  readonly onCompare: (() => void) | null;
}

/** One version: its name or moment, who, how much, and what can be done with it. */
export function EditionEntry({ item, version, isNow, onName, onCompare }: Props): React.JSX.Element {
  const t = useText(editionTexts);
  const format = useFormat();
  const labels = useLabels();
  const client = useQueryClient();
  const { done, failed } = useUndo();
  const restore = useCommand('drafts.restoreVersion');
  const { id, deleted } = item.state;
  const { revision, at, since, name, content, status, steps } = version;
  const when = format.dateTime(at);
  const size =
    content.kind === 'text'
      ? t('words', { n: format.number(content.words) })
      : `${content.file.name}, ${format.size(content.file.sizeBytes)}`;
  const goBack = (): void =>
    restore.mutate(
      { id, revision },
      {
        onSuccess: (detail) => {
          client.setQueryData(['items.get', { id }], detail);
          done(t('restored', { when }));
        },
        onError: failed,
      },
    );
  return (
    <li className={classes['entry']} data-now={isNow || undefined}>
      <div className={classes['facts']}>
        <h3>
          {name ?? <time dateTime={at}>{when}</time>}
          {isNow && <span className={classes['now']}>{t('now')}</span>}
        </h3>
        <p>
          {[
            name === null ? null : when,
            whoOf(version, t('self'), t('other')),
            size,
            status === null ? null : labels.value('status', status),
            steps > 1 ? t('steps', { n: format.number(steps), since: format.moment(since) }) : null,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      </div>
      <div className={classes['actions']}>
        {onCompare !== null && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowsLeftRight size={14} aria-hidden />}
            aria-label={t('compareOf', { when })}
            onClick={onCompare}
          >
            {t('compare')}
          </Button>
        )}
        {mayChange(item.may) && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconTag size={14} aria-hidden />}
            aria-label={t('nameOf', { when })}
            onClick={onName}
          >
            {t(name === null ? 'name' : 'rename')}
          </Button>
        )}
        {!isNow && !deleted && mayChange(item.may) && (
          <Button
            size="compact-sm"
            variant="default"
            loading={restore.isPending}
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            aria-label={t('restoreOf', { when })}
            onClick={goBack}
          >
            {t('restore')}
          </Button>
        )}
      </div>
    </li>
  );
}

function whoOf({ by, who }: DraftVersion, self: string, other: string): string {
  if (by === 'self') return self;
  if (who === null || who.name === '') return other;
  return who.organisation === '' ? who.name : `${who.name} (${who.organisation})`;
}
