import { Anchor } from '@mantine/core';
import { Fragment } from 'react';
import { itemTexts } from '../../../shared/messages/ui/item';
import type { ItemDetail } from '../../../shared/model/views';
import { useFormat } from '../../components/format';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import { showSpace } from '../../state/view';
import { typeOf } from './item-title';
import classes from './meta-line.module.css';
import { Origin, targetOf } from './origin';
import { usePeriodText } from './overview/period-text';

/** Type · year or period · in which library · changed when. */
export function MetaLine({ item }: { readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(itemTexts);
  const labels = useLabels();
  const format = useFormat();
  const periodText = usePeriodText();
  const { fields, changedAt } = item.state;
  const origin = targetOf(fields['origin']);
  const when = typeof fields['year'] === 'number' ? String(fields['year']) : periodText(fields['period'] ?? null);
  const parts = [
    labels.type(typeOf(item)),
    when,
    <>
      {t('inSpace')} <Space item={item} />
    </>,
    item.space.kind === 'private' ? '' : t(item.space.kind === 'closed' ? 'readersClosed' : 'readers'),
    <time dateTime={changedAt} title={format.dateTime(changedAt)}>
      {t('changedAt', { when: format.moment(changedAt) })}
    </time>,
    origin === null ? '' : <Origin id={origin} />,
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

/** In which space an item is; a shared one can be looked at. */
function Space({ item: { space } }: { readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(itemTexts);
  if (space.kind === 'private') return <b>{t('myLibrary')}</b>;
  return (
    <Anchor component="button" type="button" className={classes['link'] ?? ''} onClick={() => showSpace(space.id)}>
      {space.name}
    </Anchor>
  );
}
