import { viewerTexts } from '../../../shared/messages/ui/viewer';
import { useText } from '../../components/use-text';
import type { OutlineEntry } from './find';
import classes from './reader.module.css';

const deepest = 6;

/** The table of contents; null while it is being read. */
export function Outline({ entries }: { readonly entries: readonly OutlineEntry[] | null }): React.JSX.Element | null {
  const t = useText(viewerTexts);
  if (entries === null) return null;
  if (entries.length === 0) return <p className={classes['empty']}>{t('noOutline')}</p>;
  return (
    <ol className={classes['outline']}>
      {entries.map((entry, index) => (
        <li key={index} data-level={Math.min(entry.level, deepest)}>
          <button type="button" onClick={entry.go}>
            {entry.title}
          </button>
        </li>
      ))}
    </ol>
  );
}
