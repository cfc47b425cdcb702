import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { mapTexts } from '../../../shared/messages/ui/map';
import type { MapNode, OverlapMap } from '../../../shared/model/insight';
import { useFormat } from '../../components/format';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import { map as mapStore } from '../../state/map';
import { matrixOf, outside, regionsIn, type MatrixChoice } from './map-data';
import classes from './map.module.css';

/** Transitions beside lines or regions: how much happens where, and where nothing does. */
export function MatrixView({ map }: { readonly map: OverlapMap }): React.JSX.Element {
  const t = useText(mapTexts);
  const labels = useLabels();
  const format = useFormat();
  const [year] = useState(() => new Date().getFullYear());
  const [choice, setChoice] = useState<MatrixChoice>({ columns: 'lines', only: '', runningIn: null });
  const matrix = useMemo(() => matrixOf(map, choice), [map, choice]);
  const columnName = (key: string, title: string): string =>
    key === outside ? t(choice.columns === 'lines' ? 'noLine' : 'noRegion') : title;
  return (
    <>
      <div className={classes['choices']}>
        <div>
          <span className={classes['label']} aria-hidden>
            {t('columns')}
          </span>
          <SegmentedControl
            size="xs"
            aria-label={t('columns')}
            value={choice.columns}
            onChange={(next) => setChoice({ ...choice, columns: next as MatrixChoice['columns'], only: '' })}
            data={(['lines', 'regions'] as const).map((value) => ({ value, label: t(value) }))}
          />
        </div>
        <NativeSelect
          size="xs"
          label={t(choice.columns === 'lines' ? 'region' : 'line')}
          value={choice.only}
          onChange={(event) => setChoice({ ...choice, only: event.currentTarget.value })}
        >
          <option value="">{t('everywhere')}</option>
          {(choice.columns === 'lines'
            ? regionsIn(map).map((region) => ({ id: region, title: region }))
            : map.lines
          ).map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </NativeSelect>
        <Checkbox
          size="xs"
          label={t('onlyRunning')}
          checked={choice.runningIn !== null}
          onChange={(event) => setChoice({ ...choice, runningIn: event.currentTarget.checked ? year : null })}
        />
      </div>
      <p className={classes['spots']} role="status">
        {matrix.empty === 0
          ? t('noWhiteSpots')
          : t('whiteSpots', { empty: format.number(matrix.empty), all: format.number(matrix.all) })}
      </p>
      <div className={classes['scroll']} tabIndex={0} role="group" aria-label={t('matrix')}>
        <table className={classes['matrix']}>
          <thead>
            <tr>
              <th scope="col">{t('transition')}</th>
              {matrix.columns.map(({ key, title }) => (
                <th scope="col" key={key}>
                  {columnName(key, title)}
                </th>
              ))}
              <th scope="col">{t('total')}</th>
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(({ transition, cells, total }) => {
              const row = labels.value('transitions', transition);
              return (
                <tr key={transition}>
                  <th scope="row">{row}</th>
                  {matrix.columns.map(({ key, title }, index) => (
                    <Cell key={key} row={row} column={columnName(key, title)} items={cells[index] ?? []} />
                  ))}
                  <td className={classes['total']}>{format.number(total)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface CellProps {
  readonly row: string;
  readonly column: string;
  readonly items: readonly MapNode[];
}

function Cell({ row, column, items }: CellProps): React.JSX.Element {
  const t = useText(mapTexts);
  const name = t('cellName', { row, column });
  const current = mapStore.use(({ focus }) => focus?.kind === 'cell' && focus.name === name);
  return (
    <td>
      <button
        type="button"
        className={classes['cell']}
        data-heat={Math.min(items.length, 5)}
        aria-pressed={current}
        aria-label={t('cell', { row, column, n: items.length })}
        onClick={() => mapStore.set({ focus: { kind: 'cell', name, items } })}
      >
        {items.length === 0 ? '' : items.length}
      </button>
    </td>
  );
}
