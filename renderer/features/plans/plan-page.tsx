import { Anchor, Loader } from '@mantine/core';
import type { PlannedAction, YearComparison, YearLine } from '../../../shared/model/insight';
import { planTexts, yearStateLabels } from '../../../shared/messages/ui/plans';
import { useAsk } from '../../bridge/queries';
import { useFieldLabel } from '../../components/field-label';
import { useLabels } from '../../components/labels';
import { useErrorText, useLanguage, useText } from '../../components/use-text';
import { openItem } from '../../state/view';
import classes from './plans.module.css';
import { usePlans } from './use-plans';

/** One year of actions beside the year before: what is new, what changed, what was left behind. */
export function PlanPage(): React.JSX.Element {
  const t = useText(planTexts);
  const errorText = useErrorText();
  const { year, region } = usePlans();
  const { data, error } = useAsk('plans.compare', { year, region }, { keepLast: true });
  return (
    <section className={classes['page']} aria-label={t('name')}>
      <h1>{t('title', { year, before: year - 1 })}</h1>
      {error !== null && <p role="alert">{errorText(error)}</p>}
      {data === undefined && error === null && <Loader size="sm" aria-label={t('loading')} />}
      {data !== undefined && <Comparison year={year} comparison={data} />}
    </section>
  );
}

function Comparison({
  year,
  comparison: { lines },
}: {
  readonly year: number;
  readonly comparison: YearComparison;
}): React.JSX.Element {
  const t = useText(planTexts);
  const count = (...states: YearLine['state'][]): number => lines.filter(({ state }) => states.includes(state)).length;
  if (lines.length === 0) return <p className={classes['quiet']}>{t('nothingInYear', { year })}</p>;
  return (
    <>
      <p className={classes['quiet']} role="status">
        {t('counts', {
          added: count('added'),
          changed: count('changed'),
          same: count('same'),
          gone: count('dropped', 'done'),
        })}
      </p>
      <div className={classes['scroll']}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('before', { year: year - 1 })}</th>
              <th scope="col">{t('difference')}</th>
              <th scope="col">{t('after', { year })}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={`${line.before?.id ?? ''} ${line.after?.id ?? ''}`} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Line({ line: { before, after, state, fields } }: { readonly line: YearLine }): React.JSX.Element {
  const t = useText(planTexts);
  const language = useLanguage();
  const fieldLabel = useFieldLabel();
  return (
    <tr data-state={state}>
      <td>{before !== null && <Action action={before} />}</td>
      <td>
        <span className={classes['state']}>{yearStateLabels[state][language]}</span>
        {fields.length > 0 && (
          <span className={classes['meta']}>{t('changedFields', { fields: fields.map(fieldLabel).join(', ') })}</span>
        )}
      </td>
      <td>{after !== null && <Action action={after} />}</td>
    </tr>
  );
}

function Action({ action: { id, title, owner, status } }: { readonly action: PlannedAction }): React.JSX.Element {
  const labels = useLabels();
  const meta = [...(status === '' ? [] : [labels.value('actionStatus', status)]), ...(owner === '' ? [] : [owner])];
  return (
    <>
      <Anchor
        component="button"
        type="button"
        ta="left"
        fz="inherit"
        mih={24}
        onClick={() => openItem(id, { tab: 'overview' })}
      >
        {title}
      </Anchor>
      <span className={classes['meta']}>{meta.join(' · ')}</span>
    </>
  );
}
