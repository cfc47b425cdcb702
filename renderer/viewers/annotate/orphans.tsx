import { Button } from '@mantine/core';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import type { Annotation } from '../../../shared/model/annotation';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import classes from './annotation-pane.module.css';
import type { PlacedAnnotation } from './surface';
import type { Annotator } from './use-annotator';

/** What could not be found in this version of the document: each with its old words, to be placed again. Never hidden, whatever the filter. */
export function Orphans({
  annotator,
  orphans,
  onPlace,
}: {
  readonly annotator: Annotator;
  readonly orphans: readonly PlacedAnnotation[];
  readonly onPlace: (annotation: Annotation) => void;
}): React.JSX.Element {
  const t = useText(annotateTexts);
  const labels = useLabels();
  return (
    <section className={classes['orphans']} aria-labelledby="annotation-orphans">
      <h3 id="annotation-orphans">{t('orphans', { n: orphans.length })}</h3>
      <p>{t('orphansWhy')}</p>
      <ul>
        {orphans.map(({ annotation }) => (
          <li key={annotation.id}>
            <blockquote>{annotation.anchor.quote?.exact ?? labels.value('annotationKind', annotation.kind)}</blockquote>
            {annotation.comment !== '' && <p>{annotation.comment}</p>}
            <Button.Group>
              <Button size="compact-sm" variant="default" onClick={() => onPlace(annotation)}>
                {t('place')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => void annotator.remove([annotation.id])}>
                {t('delete')}
              </Button>
            </Button.Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
