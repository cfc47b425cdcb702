import { withCitations } from '../../../../shared/citing/cited-markdown';
import { exportTexts } from '../../../../shared/messages/export';
import type { CitationStyle, CitedText } from '../../../../shared/model/draft';
import { citationsIn } from '../../../../shared/model/own-links';
import type { ItemDetail } from '../../../../shared/model/views';
import { useAsk } from '../../../bridge/queries';
import { useLanguage } from '../../../components/use-text';

/** A draft's text with its citations worked out and its sources under it; `cited` is null while there are none, or none yet. */
export function useCitedText(
  item: ItemDetail,
  text: string,
): { readonly whole: string; readonly cited: CitedText | null } {
  const language = useLanguage();
  const style = (item.state.fields['citationStyle'] ?? 'apa') as CitationStyle;
  const citations = citationsIn(text);
  // The citations alone: the answer stays while one writes on between them.
  const ask = { text: citations.map((href) => `[x](${href})`).join('\n'), style, language };
  const answer = useAsk('citing.text', ask, { enabled: citations.length > 0, keepLast: true }).data;
  if (answer === undefined || citations.length === 0) return { whole: text, cited: null };
  return { whole: withCitations(text, answer, exportTexts.sources[language]), cited: answer };
}
