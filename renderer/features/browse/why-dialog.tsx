import { Loader, Modal, Text } from '@mantine/core';
import type { ItemId } from '../../../shared/base/ids';
import { expansionTexts, whyTexts } from '../../../shared/messages/ui/browse';
import type { HitReason } from '../../../shared/search/item-query';
import { useAsk } from '../../bridge/queries';
import { useLabels } from '../../components/labels';
import { useReturnFocus } from '../../components/use-return-focus';
import { useErrorText, useText } from '../../components/use-text';
import { focusPane } from '../../state/search';
import type { ListQuery } from './list-query';
import classes from './why-dialog.module.css';

interface Props {
  readonly id: ItemId;
  readonly query: ListQuery;
  readonly onClose: () => void;
}

/** Why an item is among the results: what was asked, where it stands, and by which other word where it stands otherwise. */
export function WhyDialog({ id, query, onClose }: Props): React.JSX.Element {
  useReturnFocus(() => focusPane('list'));
  const t = useText(whyTexts);
  const errorText = useErrorText();
  const why = useAsk('items.why', { id, query: { ...query, offset: 0, limit: 1 } });
  const item = useAsk('items.titles', { ids: [id] });
  return (
    <Modal opened onClose={onClose} size="md" title={t('title')}>
      <div tabIndex={-1} data-autofocus className={classes['body']}>
        <p className={classes['item']}>{item.data?.[0]?.title ?? ''}</p>
        {why.error !== null && <Text c="var(--danger)">{errorText(why.error)}</Text>}
        {why.data === undefined && why.error === null && <Loader size="sm" aria-label={t('loading')} />}
        {why.data !== undefined && <Reasons reasons={why.data} />}
      </div>
    </Modal>
  );
}

function Reasons({ reasons }: { reasons: readonly HitReason[] }): React.JSX.Element {
  const t = useText(whyTexts);
  if (reasons.length === 0) return <Text size="sm">{t('none')}</Text>;
  const asked = [...new Set(reasons.map((reason) => reason.asked))];
  return (
    <>
      {asked.map((text) => (
        <section key={text} aria-label={text}>
          <h3 className={classes['asked']}>{text}</h3>
          <ul className={classes['reasons']}>
            {reasons
              .filter((reason) => reason.asked === text)
              .map((reason) => (
                <Reason key={`${reason.expansion?.id ?? ''} ${reason.field}`} reason={reason} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Reason({ reason: { expansion, field, page, words, count } }: { reason: HitReason }): React.JSX.Element {
  const t = useText(whyTexts);
  const kinds = useText(expansionTexts);
  const labels = useLabels();
  const place = page !== null ? t('page', { n: page + 1 }) : field === 'file' ? t('file') : labels.field(field);
  return (
    <li>
      <span>
        {words.map((word, at) => (
          <span key={word}>
            {at > 0 && ', '}
            <mark>{word}</mark>
          </span>
        ))}
      </span>
      <span className={classes['place']}>
        {place} · {count === 1 ? t('once') : t('times', { n: count })}
      </span>
      {expansion !== null && (
        <span className={classes['how']}>
          {kinds(`${expansion.kind}Why`, { from: expansion.from, to: expansion.to })}
        </span>
      )}
    </li>
  );
}
