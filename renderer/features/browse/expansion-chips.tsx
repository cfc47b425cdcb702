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
  const shown = all ? expansions : expansions.slice(0, shownAtOnce);
  const anyOn = expansions.some(({ on }) => on);
  const toggle = ({ id, on }: Expansion): void =>
    onWithout(on ? [...without, id] : without.filter((other) => other !== id));
  return (
    <div className={classes['row']} role="group" aria-label={t('name')}>
      <span aria-hidden>{t('name')}</span>
      {shown.map((expansion) => {
        const why = t(`${expansion.kind}Why`, { from: expansion.from, to: expansion.to });
        return (
          <UnstyledButton
            key={expansion.id}
            className={classes['chip'] ?? ''}
            aria-pressed={expansion.on}
            title={`${why} ${t(expansion.on ? 'off' : 'on')}`}
            onClick={() => toggle(expansion)}
          >
            {expansion.on && <IconCheck size={11} aria-hidden />}
            {expansion.kind === 'compound' ? t('compoundChip', { to: expansion.to }) : expansion.to}
          </UnstyledButton>
        );
      })}
      {expansions.length > shownAtOnce && (
        <UnstyledButton className={classes['more'] ?? ''} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('more', { n: expansions.length - shownAtOnce })}
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
