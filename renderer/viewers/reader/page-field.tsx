import { useEffect, useState } from 'react';
import { viewerTexts } from '../../../shared/messages/ui/viewer';
import { useText } from '../../components/use-text';
import type { Pages } from './find';
import classes from './reader.module.css';

/** The page number, which people can type over: Enter goes there, Escape takes the typing back. */
export function PageField({ pages }: { readonly pages: Pages }): React.JSX.Element {
  const t = useText(viewerTexts);
  const { current } = pages;
  const [typed, setTyped] = useState(String(current));
  useEffect(() => setTyped(String(current)), [current]);

  const go = (): void => {
    const page = Number.parseInt(typed, 10);
    if (Number.isNaN(page)) setTyped(String(current));
    else pages.go(Math.min(Math.max(page, 1), pages.total));
  };
  return (
    <span className={classes['pages']}>
      <input
        className={classes['pageField']}
        inputMode="numeric"
        aria-label={t('page')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setTyped(String(current))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
          if (event.key === 'Escape') setTyped(String(current));
        }}
      />
      <span className={classes['ofPages']}>{t('ofPages', { total: pages.total })}</span>
    </span>
  );
}
