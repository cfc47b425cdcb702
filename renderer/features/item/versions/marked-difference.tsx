import { diffSentences, diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import { versionTexts } from '../../../../shared/messages/ui/conflicts';
import { useText } from '../../../components/use-text';
import classes from './versions.module.css';

/** Above this many characters together the comparison is by sentence: by word takes seconds. */
const maxWordComparison = 20_000;
const maxEdits = 4_000;

/** A text with what the other one does not have marked. */
export function MarkedDifference({
  text,
  other,
}: {
  readonly text: string;
  readonly other: string;
}): React.JSX.Element {
  const t = useText(versionTexts);
  const parts = useMemo(() => marked(text, other), [text, other]);
  return (
    <div className={classes['text']}>
      {parts.map(({ isOnlyHere, value }, index) =>
        isOnlyHere ? (
          <mark key={index} title={t('onlyHere')}>
            {value}
          </mark>
        ) : (
          <span key={index}>{value}</span>
        ),
      )}
    </div>
  );
}

function marked(text: string, other: string): readonly { readonly isOnlyHere: boolean; readonly value: string }[] {
  const compare = text.length + other.length > maxWordComparison ? diffSentences : diffWordsWithSpace;
  const changes = compare(other, text, { maxEditLength: maxEdits });
  if (changes === undefined) return [{ isOnlyHere: true, value: text }];
  return changes.flatMap(({ added, removed, value }) => (removed ? [] : [{ isOnlyHere: added, value }]));
}
