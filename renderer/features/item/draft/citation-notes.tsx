import { Anchor } from '@mantine/core';
import { draftTexts } from '../../../../shared/messages/ui/drafts';
import type { CitedText } from '../../../../shared/model/draft';
import { useAsk } from '../../../bridge/queries';
import { useFieldLabel } from '../../../components/field-label';
import { useText } from '../../../components/use-text';
import { openItem } from '../../../state/view';
import classes from './draft-preview.module.css';

/** Which sources lack what a reader needs to find them, each with the way to fill it in. */
export function CitationNotes({
  cited: { bibliography, unknown },
}: {
  readonly cited: CitedText;
}): React.JSX.Element | null {
  const t = useText(draftTexts);
  const label = useFieldLabel();
  const incomplete = bibliography.filter(({ missing }) => missing.length > 0);
  const ids = incomplete.map(({ id }) => id);
  const titles = useAsk('items.titles', { ids }, { enabled: ids.length > 0 }).data ?? [];
  if (incomplete.length === 0 && unknown.length === 0) return null;
  return (
    <aside className={classes['notes']} aria-label={t('citeMissing')}>
      {incomplete.length > 0 && (
        <>
          <h2>{t('citeMissing')}</h2>
          <ul>
            {incomplete.map(({ id, missing }) => (
              <li key={id}>
                <Anchor component="button" type="button" onClick={() => openItem(id, { tab: 'overview' })}>
                  {titles.find((each) => each.id === id)?.title ?? ''}
                </Anchor>
                {': '}
                {missing.map((field) => label(field).toLowerCase()).join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {unknown.length > 0 && <p>{t('citeUnknown')}</p>}
    </aside>
  );
}
