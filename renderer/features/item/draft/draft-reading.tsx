import type { ItemDetail } from '../../../../shared/model/views';
import type { Place } from '../../../state/view';
import { DraftReader } from '../../../viewers/draft-reader';
import classes from './draft-desk.module.css';
import { CitationNotes } from './citation-notes';
import { DraftPreview } from './draft-preview';
import { useCitedText } from './use-cited-text';

interface Props {
  readonly item: ItemDetail;
  readonly title: string;
  readonly text: string;
  readonly place: Place | null;
}

/** The draft to read and annotate, as others see it. */
export function DraftReading({ item, title, text, place }: Props): React.JSX.Element {
  const { whole, cited } = useCitedText(item, text);
  if (whole.trim() === '') return <DraftPreview item={item} text={text} />;
  return (
    <div className={classes['reading']}>
      <DraftReader item={item} title={title} text={whole} place={place}>
        {cited !== null && <CitationNotes cited={cited} />}
      </DraftReader>
    </div>
  );
}
