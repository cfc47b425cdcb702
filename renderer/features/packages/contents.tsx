import type { ItemId } from '../../../shared/base/ids';
import { packageDialogTexts } from '../../../shared/messages/ui/package';
import { useAsk } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { useText } from '../../components/use-text';
import classes from './package.module.css';

/** What goes into a package, and what never does. */
export function Contents({ ids }: { readonly ids: readonly ItemId[] }): React.JSX.Element {
  const t = useText(packageDialogTexts);
  const format = useFormat();
  const only = useAsk('items.titles', { ids: ids.slice(0, 1) }).data?.[0];
  return (
    <section className={classes['contents']}>
      <h3>{t('contents')}</h3>
      <ul>
        <li>
          {ids.length === 1 ? t('one', { title: only?.title ?? '…' }) : t('many', { n: format.number(ids.length) })}
        </li>
        <li>{t('line')}</li>
        <li>{t('staysOut')}</li>
        <li>{t('logged')}</li>
      </ul>
    </section>
  );
}
