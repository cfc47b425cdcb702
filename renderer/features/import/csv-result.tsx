import { Button } from '@mantine/core';
import { AppError } from '../../../shared/base/errors';
import { importTexts } from '../../../shared/messages/ui/import';
import type { ImportReport } from '../../../shared/model/views';
import { DialogButtons } from '../../components/dialog-buttons';
import { useFormat } from '../../components/format';
import { useErrorText, useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { openDialog } from '../../state/view';
import classes from './dialogs.module.css';

const maxShown = 200;

/** How many rows came in, and each thing that did not fit: its row, its column and why. */
export function CsvResult({
  report: { imported, known, failed },
  partial,
}: {
  readonly report: ImportReport;
  /** Rows in which something did not fit came in without that. */
  readonly partial: boolean;
}): React.JSX.Element {
  const t = useText(importTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const { undo } = useUndo();
  return (
    <>
      <section className={classes['section']} role="status">
        <h3>{t(imported.length === 1 ? 'csvResultOne' : 'csvResult', { n: format.number(imported.length) })}</h3>
        {known.length > 0 && (
          <p>{t(known.length === 1 ? 'knownCount' : 'knownCountMany', { n: format.number(known.length) })}</p>
        )}
      </section>
      {failed.length > 0 && (
        <section className={classes['section']}>
          <h3>{t('csvResultFailed', { n: format.number(failed.length) })}</h3>
          <p>{t(partial ? 'csvKeptPartly' : 'csvKeptOut')}</p>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">{t('csvRow')}</th>
                <th scope="col">{t('csvColumn')}</th>
                <th scope="col">{t('reportReason')}</th>
              </tr>
            </thead>
            <tbody>
              {failed.slice(0, maxShown).map(({ code, params }, index) => (
                <tr key={index}>
                  <th scope="row">{params['row']}</th>
                  <td>{params['column']}</td>
                  <td>{errorText(new AppError(code, params))}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {failed.length > maxShown && <p>{t('reportMore', { n: format.number(failed.length - maxShown) })}</p>}
        </section>
      )}
      <DialogButtons>
        {imported.length > 0 && (
          <Button
            variant="default"
            onClick={() => {
              openDialog(null);
              void undo();
            }}
          >
            {t('csvUndo')}
          </Button>
        )}
        <Button onClick={() => openDialog(null)}>{t('csvShow')}</Button>
      </DialogButtons>
    </>
  );
}
