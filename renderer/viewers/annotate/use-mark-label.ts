import { useCallback } from 'react';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import type { Annotation } from '../../../shared/model/annotation';
import { useAsk } from '../../bridge/queries';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import type { PlacedAnnotation } from './surface';

/** What a colour is called, with what it stands for when the person said so. */
export function useColourName(): (colour: Annotation['colour']) => string {
  const t = useText(annotateTexts);
  const labels = useLabels();
  const meanings = useAsk('settings.get', undefined).data?.colourMeanings;
  return useCallback(
    (colour) => {
      const name = labels.value('colour', colour);
      const meaning = meanings?.[colour] ?? '';
      return meaning === '' ? name : t('colourMeaning', { colour: name, meaning });
    },
    [t, labels, meanings],
  );
}

const longest = 160;

/** An annotation in one line, for those who hear it. */
export function useMarkLabel(): (mark: PlacedAnnotation) => string {
  const t = useText(annotateTexts);
  const labels = useLabels();
  const colourName = useColourName();
  return useCallback(
    ({ annotation: { kind, colour, author, anchor, comment } }) => {
      const words = [anchor.quote?.exact ?? '', comment].filter((text) => text !== '').join(' – ');
      const text = words.length <= longest ? words : `${words.slice(0, longest)}…`;
      const params = { kind: labels.value('annotationKind', kind), colour: colourName(colour), author, text };
      return t(author === '' ? 'markLabelNobody' : 'markLabel', params);
    },
    [t, labels, colourName],
  );
}
