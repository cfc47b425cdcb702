import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ItemId } from '../../../../shared/base/ids';
import type { JsonValue } from '../../../../shared/base/json';
import { itemTexts } from '../../../../shared/messages/ui/item';
import { madeByPeople, type RelationKind } from '../../../../shared/model/relation';
import type { ItemDetail, RelatedItem } from '../../../../shared/model/views';
import type { PaletteHit } from '../../../../shared/search/item-query';
import { ask } from '../../../bridge/client';
import { useText } from '../../../components/use-text';
import { useUndo } from '../../../components/use-undo';
import { isSymmetric } from '../overview/related-items';
import { useRelationLabel } from '../overview/relation-label';
import { ItemFinder } from './item-finder';
import classes from './relations-editor.module.css';
import type { Save } from './use-saver';

type Direction = 'out' | 'in';
const kinds = madeByPeople;
const options = kinds.flatMap((kind) =>
  isSymmetric(kind)
    ? [{ kind, direction: 'out' as Direction }]
    : (['out', 'in'] as const).map((direction) => ({ kind, direction })),
);

/** Adds and removes relations, read from either side. A relation that reads backwards is kept on the other item. */
export function RelationsEditor({ item, save }: { readonly item: ItemDetail; readonly save: Save }): React.JSX.Element {
  const t = useText(itemTexts);
  const headingId = useId();
  const relationLabel = useRelationLabel();
  const { failed } = useUndo();
  const [chosen, setChosen] = useState('related:out');
  const [dates, setDates] = useState({ from: '', to: '' });
  const areWrong = { from: isWrong(dates.from), to: isWrong(dates.to) };
  const { id } = item.state;

  const add = ({ id: other }: PaletteHit): void => {
    const [kind, direction] = chosen.split(':') as [RelationKind, Direction];
    const dated = (target: ItemId): JsonValue =>
      elementOf({ kind, target, from: dateOf(dates.from), to: dateOf(dates.to) });
    const work =
      direction === 'out'
        ? save({ add: { relations: [dated(other)] } }, 'relate')
        : ask('items.change', { id: other, change: { add: { relations: [dated(id)] } }, label: 'relate' });
    work.then(() => setDates({ from: '', to: '' }), failed);
  };
  const remove = (related: RelatedItem): void => {
    const work =
      related.direction === 'out'
        ? save({ remove: { relations: [elementOf(related)] } }, 'relate')
        : ask('items.change', {
            id: related.id,
            change: { remove: { relations: [elementOf(related)] } },
            label: 'relate',
          });
    work.catch(failed);
  };
  const taken = new Set([
    id,
    ...item.related.filter((each) => `${each.kind}:${each.direction}` === chosen).map((each) => each.id),
  ]);

  return (
    <section className={classes['editor']} aria-labelledby={headingId}>
      <h2 id={headingId}>{t('relations')}</h2>
      {item.related.length > 0 && (
        <ul>
          {item.related.map((related) => (
            <li key={`${related.kind}:${related.direction}:${related.id}`}>
              <span className={classes['kind']}>{relationLabel(related.kind, related.direction)}</span>
              <span className={classes['title']}>
                {related.title === '' ? t('untitled') : related.title}
                {(related.from !== null || related.to !== null) && (
                  <span className={classes['dates']}>{`${related.from ?? ''}–${related.to ?? ''}`}</span>
                )}
              </span>
              <ActionIcon
                size={24}
                variant="subtle"
                color="gray"
                aria-label={t('relationRemove', { title: related.title })}
                onClick={() => remove(related)}
              >
                <IconX size={15} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <div className={classes['add']}>
        <NativeSelect
          label={t('relationKind')}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {options.map(({ kind, direction }) => (
            <option key={`${kind}:${direction}`} value={`${kind}:${direction}`}>
              {relationLabel(kind, direction)}
            </option>
          ))}
        </NativeSelect>
        <div className={classes['years']}>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              label={t(end === 'from' ? 'relationFrom' : 'relationTo')}
              placeholder={t('relationDate')}
              value={dates[end]}
              error={areWrong[end] ? t('relationDateWrong') : undefined}
              onChange={(event) => setDates({ ...dates, [end]: event.currentTarget.value })}
            />
          ))}
        </div>
        <ItemFinder label={t('relationItem')} taken={taken} onFound={add} />
      </div>
    </section>
  );
}

/** The element as it is kept: a set removes what is equal, years and all. */
function elementOf({ kind, target, from, to }: Pick<RelatedItem, 'kind' | 'target' | 'from' | 'to'>): JsonValue {
  return { kind, target, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

/** A year, a month or a day; what cannot be read is left out. */
function dateOf(text: string): string | null {
  return isWrong(text) || text.trim() === '' ? null : text.trim();
}

function isWrong(text: string): boolean {
  return text.trim() !== '' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text.trim());
}
