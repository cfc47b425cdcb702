import { Fragment } from 'react';
import { itemTexts } from '../../../shared/messages/ui/item';
import type { ItemDetail } from '../../../shared/model/views';
import { useAsk } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import { typeOf } from './item-title';
import classes from './meta-line.module.css';
import { usePeriodText } from './overview/period-text';

/** Type · year or period · in which library · changed when. */
export function MetaLine({ item }: { readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(itemTexts);
  const labels = useLabels();
  const format = useFormat();
  const periodText = usePeriodText();
  const { fields, space, changedAt } = item.state;
  const found = useAsk('library.status', undefined).data?.spaces.find(({ id }) => id === space);
  const when = typeof fields['year'] === 'number' ? String(fields['year']) : periodText(fields['period'] ?? null);
  const parts = [
    labels.type(typeOf(item)),
    when,
    <>
      {t('inSpace')} <b>{found === undefined || found.kind === 'private' ? t('myLibrary') : found.name}</b>
    </>,
    <time dateTime={changedAt} title={format.dateTime(changedAt)}>
      {t('changedAt', { when: format.moment(changedAt) })}
    </time>,
  ].filter((part) => part !== '');
  return (
    <p className={classes['meta']}>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          {part}
        </Fragment>
      ))}
    </p>
  );
}
