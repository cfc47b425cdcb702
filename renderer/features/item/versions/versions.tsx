import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { versionTexts } from '../../../../shared/messages/ui/conflicts';
import type { ItemDetail } from '../../../../shared/model/views';
import { useAsk } from '../../../bridge/queries';
import { useFormat } from '../../../components/format';
import { useWhyNot } from '../../../components/use-rights';
import { useText } from '../../../components/use-text';
import { stepConflict } from '../../../state/conflicts';
import { FieldVersions } from './field-versions';
import { ReadVersion } from './read-version';
import classes from './versions.module.css';

/** What was changed in two places at once, field by field, and the choice. */
export function Versions({ item }: { readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(versionTexts);
  const format = useFormat();
  const { conflicts, id } = item.state;
  const lines = useAsk('conflicts.list', { space: null }, { keepLast: true }).data ?? [];
  const here = lines.findIndex((line) => line.item === id);
  const [reading, setReading] = useState<number | null>(null);
  const files = conflicts.find(({ field }) => field === 'file')?.versions;
  const whyNot = useWhyNot()(item.may);
  const isLeft = lines.length > (here < 0 ? 0 : 1);
  if (reading !== null && files !== undefined)
    return (
      <ReadVersion item={item} versions={files} index={reading} onIndex={setReading} onBack={() => setReading(null)} />
    );
  return (
    <div className={classes['versions']}>
      <div className={classes['intro']}>
        {conflicts.length === 0 ? (
          <p className={classes['done']} role="status">
            <IconCircleCheck size={17} aria-hidden /> {t('allDone')}
          </p>
        ) : (
          <p>
            {t(conflicts.length === 1 ? 'introOne' : 'introMany', { n: format.number(conflicts.length) })}
            {whyNot !== null && <b className={classes['whyNot']}>{t('notYours', { why: whyNot })}</b>}
          </p>
        )}
        {isLeft && (
          <div className={classes['steps']}>
            {here >= 0 && <span>{t('place', { n: format.number(here + 1), of: format.number(lines.length) })}</span>}
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowUp size={14} aria-hidden />}
              aria-keyshortcuts="Shift+F8"
              onClick={() => void stepConflict(-1)}
            >
              {t('previous')}
            </Button>
            <Button
              size="compact-sm"
              variant={conflicts.length === 0 ? 'filled' : 'default'}
              leftSection={<IconArrowDown size={14} aria-hidden />}
              aria-keyshortcuts="F8"
              onClick={() => void stepConflict(1)}
            >
              {t('next')}
            </Button>
          </div>
        )}
      </div>
      {conflicts.map((conflict) => (
        <FieldVersions key={conflict.field} item={item} conflict={conflict} onRead={setReading} />
      ))}
    </div>
  );
}
