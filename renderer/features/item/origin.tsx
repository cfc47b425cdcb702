import { Anchor } from '@mantine/core';
import type { ItemId } from '../../../shared/base/ids';
import type { JsonValue } from '../../../shared/base/json';
import { itemTexts } from '../../../shared/messages/ui/item';
import { useAsk } from '../../bridge/queries';
import { useText } from '../../components/use-text';
import { openItem } from '../../state/view';
import classes from './meta-line.module.css';

/** The item that a field `origin` or `movedTo` points at; null when the field holds no such link. */
export function targetOf(link: JsonValue | undefined): ItemId | null {
  if (typeof link !== 'object' || link === null || Array.isArray(link)) return null;
  return typeof link['item'] === 'string' ? (link['item'] as ItemId) : null;
}

/** Where a published item came from: a link when the original is in this library too. */
export function Origin({ id }: { readonly id: ItemId }): React.JSX.Element {
  const t = useText(itemTexts);
  const found = useAsk('items.titles', { ids: [id] }).data?.find((item) => item.id === id);
  if (found === undefined) return <>{t('originElsewhere')}</>;
  return (
    <Anchor
      component="button"
      type="button"
      className={classes['link'] ?? ''}
      title={found.title}
      onClick={() => openItem(id)}
    >
      {t('originHere')}
    </Anchor>
  );
}
