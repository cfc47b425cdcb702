import { useDebouncedValue } from '@mantine/hooks';
import { draftTexts } from '../../../../shared/messages/ui/drafts';
import type { ItemDetail } from '../../../../shared/model/views';
import { useText } from '../../../components/use-text';
import { DraftText } from '../../../viewers/draft-text';
import { CitationNotes } from './citation-notes';
import classes from './draft-preview.module.css';
import { useCitedText } from './use-cited-text';

/** How the text reads: a moment after typing, with its citations worked out and its sources under it. */
export function DraftPreview({ item, text }: { readonly item: ItemDetail; readonly text: string }): React.JSX.Element {
  const t = useText(draftTexts);
  const [shown] = useDebouncedValue(text, 250);
  const { whole, cited } = useCitedText(item, shown);
  return (
    <section className={classes['desk']} aria-label={t('preview')} tabIndex={0}>
      <div className={classes['page']}>
        {whole.trim() === '' ? (
          <p className={classes['quiet']}>{t('empty')}</p>
        ) : (
          <DraftText draft={item.state.id} text={whole} />
        )}
      </div>
      {cited !== null && <CitationNotes cited={cited} />}
    </section>
  );
}
