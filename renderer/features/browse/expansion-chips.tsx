import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { expansionTexts } from '../../../shared/messages/ui/browse';
import type { Expansion } from '../../../shared/search/item-query';
import { useText } from '../../components/use-text';
import classes from './expansion-chips.module.css';

interface Props {
  readonly expansions: readonly Expansion[];
  /** Ids of those that are switched off. */
  readonly without: readonly string[];
  readonly onWithout: (expansions: readonly string[]) => void;
}

/** So many are shown at once; the others come after “more”. */
const shownAtOnce = 5;

/** What else was searched for, each with its own switch. */
export function ExpansionChips({ expansions, without, onWithout }: Props): React.JSX.Element {
  const t = useText(expansionTexts);
  const [all, setAll] = useState(false);
  const chips = byLabel(expansions, ({ kind, to }) => (kind === 'compound' ? t('compoundChip', { to }) : to));
  const shown = all ? chips : chips.slice(0, shownAtOnce);
  const anyOn = expansions.some(({ on }) => on);
  const toggle = (ids: readonly string[], on: boolean): void =>
    onWithout(on ? [...without, ...ids] : without.filter((other) => !ids.includes(other)));
  return (
    <div className={classes['row']} role="group" aria-label={t('name')}>
      <span aria-hidden>{t('name')}</span>
      {shown.map(({ label, members }) => {
        const on = members.some((each) => each.on);
        const why = members.map(({ kind, from, to }) => t(`${kind}Why`, { from, to })).join(' ');
        return (
          <UnstyledButton
            key={label}
            className={classes['chip'] ?? ''}
            aria-pressed={on}
            title={`${why} ${t(on ? 'off' : 'on')}`}
            onClick={() =>
              toggle(
                members.map(({ id }) => id),
                on,
              )
            }
          >
            {on && <IconCheck size={11} aria-hidden />}
            {label}
          </UnstyledButton>
        );
      })}
      {chips.length > shownAtOnce && (
        <UnstyledButton className={classes['more'] ?? ''} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('more', { n: chips.length - shownAtOnce })}
        </UnstyledButton>
      )}
      <UnstyledButton
        className={classes['more'] ?? ''}
        onClick={() =>
          onWithout(
            anyOn
              ? [...new Set([...without, ...expansions.map(({ id }) => id)])]
              : without.filter((id) => !expansions.some((expansion) => expansion.id === id)),
          )
        }
      >
        {t(anyOn ? 'onlyTyped' : 'allAgain')}
      </UnstyledButton>
    </div>
  );
}

interface Chip {
  readonly label: string;
  readonly members: readonly Expansion[];
}

/** Several typed words can lead to the same one: that is one chip. */
function byLabel(expansions: readonly Expansion[], labelOf: (expansion: Expansion) => string): readonly Chip[] {
  const chips = new Map<string, readonly Expansion[]>();
  for (const expansion of expansions) {
    const label = labelOf(expansion);
    chips.set(label, [...(chips.get(label) ?? []), expansion]);
  }
  return [...chips].map(([label, members]) => ({ label, members }));
}
