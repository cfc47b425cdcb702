import { viewerTexts } from '../../../shared/messages/ui/viewer';
import type { GlossaryTerm } from '../../../shared/search/glossary';
import { useFormat } from '../../components/format';
import { useText } from '../../components/use-text';
import classes from './terms.module.css';

/** What a term means: its long form, its meaning, and what it is called now. */
export function TermText({ term }: { readonly term: GlossaryTerm }): React.JSX.Element {
  const t = useText(viewerTexts);
  const format = useFormat();
  const { now } = term;
  return (
    <>
      {term.longForm !== null && term.longForm.toLowerCase() !== term.preferred.toLowerCase() && (
        <p className={classes['long']}>{term.longForm}</p>
      )}
      {now !== null && (
        <p className={classes['now']}>
          {now.from === null
            ? t('termNow', { name: now.name })
            : t('termNowSince', { name: now.name, date: format.date(now.from) })}
        </p>
      )}
      {term.definition !== null && <p>{term.definition}</p>}
      {term.note !== null && <p className={classes['note']}>{term.note}</p>}
    </>
  );
}
