import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import type { FieldConflict } from '../../../shared/revision/item-state';
import { itemTexts } from '../../../shared/messages/ui/item';
import type { ItemDetail } from '../../../shared/model/views';
import { useAsk, useCommand } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { useErrorText, useText } from '../../components/use-text';
import { useFieldLabel } from './field-label';
import { typeOf } from './item-title';
import classes from './conflict-bar.module.css';
import { FieldValue } from './overview/field-value';

/** A bar for each field with two versions. */
export function ConflictBars({ item }: { readonly item: ItemDetail }): React.JSX.Element | null {
  const { conflicts } = item.state;
  if (conflicts.length === 0) return null;
  return (
    <div className={classes['bars']}>
      {conflicts.map((conflict) => (
        <ConflictBar key={conflict.field} item={item} conflict={conflict} />
      ))}
    </div>
  );
}

/** A field that was changed in two places at once: its versions, who wrote them and when, and the choice. */
function ConflictBar({
  item,
  conflict,
}: {
  readonly item: ItemDetail;
  readonly conflict: FieldConflict;
}): React.JSX.Element {
  const t = useText(itemTexts);
  const errorText = useErrorText();
  const format = useFormat();
  const fieldLabel = useFieldLabel();
  const steps = useAsk('items.history', { id: item.state.id }).data;
  const resolve = useCommand('items.resolve');
  const field = fieldLabel(conflict.field);
  return (
    <section className={classes['bar']} aria-label={t('conflictTitle', { field })}>
      <h2>
        <IconArrowsSplit2 size={16} aria-hidden /> {t('conflictTitle', { field })}
      </h2>
      <p>{t('conflictText')}</p>
      <ul className={classes['versions']}>
        {conflict.versions.map((version, index) => {
          const by = steps?.find(({ revision }) => revision === version.revision)?.by;
          return (
            <li key={version.revision}>
              <div className={classes['who']}>
                <b>{t('conflictVersion', { n: index + 1 })}</b>
                {by !== undefined && <> · {t(by === 'self' ? 'bySelf' : 'byOther')}</>} · {format.dateTime(version.at)}
                {index === 0 && <> · {t('conflictShown')}</>}
              </div>
              <div
                className={classes['value']}
                tabIndex={0}
                role="group"
                aria-label={t('conflictVersion', { n: index + 1 })}
              >
                {version.value === null ? (
                  <i>{t('emptyValue')}</i>
                ) : (
                  <FieldValue type={typeOf(item)} field={conflict.field} value={version.value} />
                )}
              </div>
              <Button
                size="xs"
                variant="default"
                loading={resolve.isPending}
                aria-label={t('conflictKeepNamed', { n: index + 1, field })}
                onClick={() => resolve.mutate({ id: item.state.id, field: conflict.field, value: version.value })}
              >
                {t('conflictKeep')}
              </Button>
            </li>
          );
        })}
      </ul>
      {resolve.error !== null && <p role="alert">{errorText(resolve.error)}</p>}
    </section>
  );
}
