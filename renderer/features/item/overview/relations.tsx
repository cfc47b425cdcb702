import { Anchor } from '@mantine/core';
import { itemTexts } from '../../../../shared/messages/ui/item';
import type { ItemDetail, RelatedItem } from '../../../../shared/model/views';
import { useLabels } from '../../../components/labels';
import { TypeIcon } from '../../../components/type-icon';
import { useText } from '../../../components/use-text';
import { openItem } from '../../../state/view';
import { relationGroups } from './related-items';
import { useRelationLabel } from './relation-label';
import classes from './relations.module.css';

/** Relations in both directions, grouped by how they read; a click opens the other item. */
export function Relations({ item }: { readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(itemTexts);
  const relationLabel = useRelationLabel();
  const groups = relationGroups(item.related);
  return (
    <section className={classes['relations']}>
      <h2>{t('relations')}</h2>
      {groups.length === 0 && <p className={classes['quiet']}>{t('noRelations')}</p>}
      {groups.map(({ kind, direction, items }) => (
        <div key={`${kind}:${direction}`}>
          <h3>{relationLabel(kind, direction)}</h3>
          <ul>
            {items.map((related) => (
              <Related key={`${related.direction}:${related.id}`} related={related} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Related({ related: { id, type, title, from, to } }: { readonly related: RelatedItem }): React.JSX.Element {
  const t = useText(itemTexts);
  const labels = useLabels();
  const years = [from, to].map((date) => date?.slice(0, 4) ?? '');
  return (
    <li>
      <span className={classes['icon']} title={labels.type(type)}>
        <TypeIcon type={type} size={15} />
      </span>
      <span>
        <Anchor component="button" type="button" className={classes['link'] ?? ''} onClick={() => openItem(id)}>
          {title === '' ? t('untitled') : title}
        </Anchor>
        <span className={classes['about']}>
          {labels.type(type)}
          {(from !== null || to !== null) && ` · ${years.join('–')}`}
        </span>
      </span>
    </li>
  );
}
