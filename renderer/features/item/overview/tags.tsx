import { itemTexts } from '../../../../shared/messages/ui/item';
import type { ItemDetail } from '../../../../shared/model/views';
import { useText } from '../../../components/use-text';
import { toggleFilter, view } from '../../../state/view';
import classes from './tags.module.css';

/** The tags of an item; one click shows the list with that tag. */
export function Tags({ item }: { readonly item: ItemDetail }): React.JSX.Element | null {
  const t = useText(itemTexts);
  const tags = (item.state.sets['tags'] ?? []).map(String);
  if (tags.length === 0) return null;
  const show = (tag: string): void => {
    if (view.get().filters['tags']?.includes(tag) !== true) toggleFilter('tags', tag);
  };
  return (
    <section className={classes['tags']}>
      <h2>{t('tags')}</h2>
      <ul>
        {tags.map((tag) => (
          <li key={tag}>
            <button type="button" title={t('filterTag', { tag })} onClick={() => show(tag)}>
              {tag}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
