import { useDebouncedValue } from '@mantine/hooks';
import { draftTexts } from '../../../../shared/messages/ui/drafts';
import { exportTexts } from '../../../../shared/messages/export';
import { withCitations } from '../../../../shared/citing/cited-markdown';
import type { CitationStyle } from '../../../../shared/model/draft';
import { citationsIn } from '../../../../shared/model/own-links';
import type { ItemDetail } from '../../../../shared/model/views';
import { useAsk } from '../../../bridge/queries';
import { useLanguage, useText } from '../../../components/use-text';
import { DraftText } from '../../../viewers/draft-text';
import { CitationNotes } from './citation-notes';
import classes from './draft-preview.module.css';

/** How the text reads: a moment after typing, with its citations worked out and its sources under it. */
export function DraftPreview({ item, text }: { readonly item: ItemDetail; readonly text: string }): React.JSX.Element {
  const t = useText(draftTexts);
  const language = useLanguage();
  const [shown] = useDebouncedValue(text, 250);
  const style = (item.state.fields['citationStyle'] ?? 'apa') as CitationStyle;
  const citations = citationsIn(shown);
  // The citations alone: the answer stays while one writes on between them.
  const ask = { text: citations.map((href) => `[x](${href})`).join('\n'), style, language };
  const cited = useAsk('citing.text', ask, { enabled: citations.length > 0, keepLast: true }).data;
  const whole =
    cited === undefined || citations.length === 0 ? shown : withCitations(shown, cited, exportTexts.sources[language]);
  return (
    <section className={classes['desk']} aria-label={t('preview')} tabIndex={0}>
      <div className={classes['page']}>
        {whole.trim() === '' ? (
          <p className={classes['quiet']}>{t('empty')}</p>
        ) : (
          <DraftText draft={item.state.id} text={whole} />
        )}
      </div>
      {cited !== undefined && citations.length > 0 && <CitationNotes cited={cited} />}
    </section>
  );
}
