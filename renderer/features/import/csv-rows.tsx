import { importTexts } from '../../../shared/messages/ui/import';
import { useFormat } from '../../components/format';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import type { PreviewRow } from './csv-cells';
import classes from './dialogs.module.css';

const maxShown = 8;

/** The first rows as they will come in, with what does not fit said in the cell itself. */
export function CsvRows({
  rows,
  total,
}: {
  readonly rows: readonly PreviewRow[];
  readonly total: number;
}): React.JSX.Element {
  const t = useText(importTexts);
  const format = useFormat();
  const labels = useLabels();
  const wrong = rows.filter(({ cells, hasTitle }) => !hasTitle || cells.some(({ fits }) => !fits)).length;
  return (
    <section className={classes['section']}>
      <h3>{t('csvPreview')}</h3>
      <p>{t(total === 1 ? 'csvPreviewOne' : 'csvPreviewText', { n: format.number(total) })}</p>
      <div className={classes['scroll']} tabIndex={0} role="group" aria-label={t('csvPreview')}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('csvRow')}</th>
              {rows[0]?.cells.map(({ column, field }) => (
                <th scope="col" key={column}>
                  {labels.field(field.key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, maxShown).map(({ cells, hasTitle }, index) => (
              <tr key={index}>
                {/* Row 1 of the file holds the names of the columns. */}
                <th scope="row">{index + 2}</th>
                {cells.map(({ column, field, text, fits }) => (
                  <td key={column} className={classes['cell']}>
                    <span className={classes['clip']}>{text}</span>
                    {!fits && <span className={classes['problem']}>{t('csvCellProblem')}</span>}
                    {field.key === 'title' && !hasTitle && (
                      <span className={classes['problem']}>{t('csvMissingTitle')}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {wrong > 0 && (
        <p className={classes['warn']}>
          {t(wrong === 1 ? 'csvProblemOne' : 'csvProblems', { n: format.number(wrong) })}
        </p>
      )}
    </section>
  );
}
