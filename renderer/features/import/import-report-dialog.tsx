import { Anchor, Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { AppError } from '../../../shared/base/errors';
import { importTexts } from '../../../shared/messages/ui/import';
import type { ImportedFile, ImportReport } from '../../../shared/model/views';
import { DialogButtons } from '../../components/dialog-buttons';
import { copyText } from '../../components/copy-text';
import { useFormat } from '../../components/format';
import { useErrorText, useText } from '../../components/use-text';
import { adding } from '../../state/adding';
import { openDialog, openItem, view } from '../../state/view';
import classes from './dialogs.module.css';
import { fileName } from './file-name';

/** As many of each kind as a person can read; the copied report holds them all. */
const maxShown = 200;

/** What the last addition did: first what failed and what to do about it, then what was known, then what came in. */
export function ImportReportDialog(): React.JSX.Element {
  const t = useText(importTexts);
  const isOpen = view.use((state) => state.dialog?.kind === 'import-report');
  const report = adding.use((state) => state.report);
  return (
    <Modal opened={isOpen} onClose={() => openDialog(null)} size={760} title={t('reportTitle')}>
      {report === null ? <p>{t('reportNone')}</p> : <Report report={report} />}
    </Modal>
  );
}

function Report({ report }: { readonly report: ImportReport }): React.JSX.Element {
  const t = useText(importTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const { imported, known, failed, cancelled } = report;
  const copy = (): void => {
    copyText(failed.map(({ path, code, params }) => `${path}\t${errorText(new AppError(code, params))}`).join('\n'));
    notifications.show({ message: t('copied') });
  };
  return (
    <>
      {cancelled && <p className={classes['warn']}>{t('reportCancelled')}</p>}
      {failed.length > 0 && (
        <section className={classes['section']}>
          <h3>{t('reportFailed', { n: format.number(failed.length) })}</h3>
          <p>{t('reportFailedText')}</p>
          <ul className={`${classes['files']} ${classes['failed']}`}>
            {failed.slice(0, maxShown).map(({ path, code, params }, index) => (
              <li key={index}>
                <b>{fileName(path)}</b>
                {errorText(new AppError(code, params))}
                <span className={classes['path']}>{path}</span>
              </li>
            ))}
          </ul>
          <More count={failed.length - maxShown} />
        </section>
      )}
      <Files title="reportKnown" text="reportKnownText" files={known} />
      <Files title="reportAdded" files={imported} />
      <DialogButtons>
        {failed.length > 0 && (
          <Button variant="default" onClick={copy}>
            {t('copyReport')}
          </Button>
        )}
        <Button onClick={() => openDialog(null)}>{t('close')}</Button>
      </DialogButtons>
    </>
  );
}

function Files({
  title,
  text,
  files,
}: {
  readonly title: 'reportKnown' | 'reportAdded';
  readonly text?: 'reportKnownText';
  readonly files: readonly ImportedFile[];
}): React.JSX.Element | null {
  const t = useText(importTexts);
  const format = useFormat();
  if (files.length === 0) return null;
  const open = (file: ImportedFile): void => {
    openDialog(null);
    openItem(file.id, { keep: true });
  };
  return (
    <section className={classes['section']}>
      <h3>{t(title, { n: format.number(files.length) })}</h3>
      {text !== undefined && <p>{t(text)}</p>}
      <ul className={classes['files']}>
        {files.slice(0, maxShown).map((file, index) => (
          <li key={index}>
            <Anchor component="button" type="button" className={classes['link'] ?? ''} onClick={() => open(file)}>
              {file.title === '' ? fileName(file.path) : file.title}
            </Anchor>
            <span className={classes['path']}>{fileName(file.path)}</span>
          </li>
        ))}
      </ul>
      <More count={files.length - maxShown} />
    </section>
  );
}

function More({ count }: { readonly count: number }): React.JSX.Element | null {
  const t = useText(importTexts);
  const format = useFormat();
  return count > 0 ? <p>{t('reportMore', { n: format.number(count) })}</p> : null;
}
