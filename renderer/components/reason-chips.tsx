import type { OverlapReason } from '../../shared/model/insight';
import { overlapReasonLabels } from '../../shared/messages/ui/curating';
import { useLabels } from './labels';
import classes from './reason-chips.module.css';
import { useLanguage } from './use-text';

/** Facets whose values are of a list that has a name for each. */
const listFields: Readonly<Record<string, string>> = {
  transition: 'transitions',
  targetGroup: 'targetGroups',
  cause: 'causes',
};
const shownValues = 3;
/** A reason that carries this much of the score stands out. */
const strongShare = 0.25;

/** Why two items touch: one chip for each thing they have in common, what says most first. */
export function ReasonChips({ reasons }: { readonly reasons: readonly OverlapReason[] }): React.JSX.Element {
  const language = useLanguage();
  const labels = useLabels();
  return (
    <ul className={classes['chips']}>
      {reasons.map(({ facet, values, share }) => (
        <li key={facet} className={classes['chip']} data-strong={share >= strongShare || undefined}>
          <i>{overlapReasonLabels[facet][language]}</i>{' '}
          {values
            .slice(0, shownValues)
            .map((value) => (listFields[facet] === undefined ? value : labels.value(listFields[facet], value)))
            .join(', ')}
        </li>
      ))}
    </ul>
  );
}
