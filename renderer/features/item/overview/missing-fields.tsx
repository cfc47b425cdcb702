import { Anchor } from '@mantine/core';
import { itemTexts } from '../../../../shared/messages/ui/item';
import type { ItemDetail } from '../../../../shared/model/views';
import { mayChange } from '../../../components/use-rights';
import { useText } from '../../../components/use-text';
import { startEditing } from '../../../state/editing';
import { useFieldLabel } from '../../../components/field-label';
import { missingFields } from '../../../../shared/model/completeness';
import { typeOf } from '../item-title';
import classes from './missing-fields.module.css';

/** Important fields that are empty, each a way into the form at that field. */
export function MissingFields({ item }: { readonly item: ItemDetail }): React.JSX.Element | null {
  const t = useText(itemTexts);
  const label = useFieldLabel();
  const missing = missingFields(typeOf(item), item.state);
  if (missing.length === 0 || item.state.deleted || !mayChange(item.may)) return null;
  return (
    <section className={classes['missing']}>
      <h2>{t('missing')}</h2>
      <ul>
        {missing.map(({ key }) => (
          <li key={key}>
            <Anchor
              component="button"
              type="button"
              className={classes['link'] ?? ''}
              aria-label={t('fillIn', { field: label(key) })}
              onClick={() => startEditing(item.state.id, key)}
            >
              {label(key)}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  );
}
