import { Button } from '@mantine/core';
import { IconBook, IconCircleCheck, IconClock, IconCloudDownload, IconFile, IconInfoCircle } from '@tabler/icons-react';
import { AppError } from '../../../../shared/base/errors';
import { itemTexts } from '../../../../shared/messages/ui/item';
import type { FileRef } from '../../../../shared/model/file-ref';
import type { FileTextStatus, ItemDetail } from '../../../../shared/model/views';
import { useFormat } from '../../../components/format';
import { useLabels } from '../../../components/labels';
import { useErrorText, useText } from '../../../components/use-text';
import { showTab } from '../../../state/view';
import { useFetchFile } from '../use-fetch-file';
import classes from './file-card.module.css';

/** The file of an item: what it is, whether its text can be found and why not, and the way to read it. */
export function FileCard({ item, file }: { readonly item: ItemDetail; readonly file: FileRef }): React.JSX.Element {
  const t = useText(itemTexts);
  const format = useFormat();
  const labels = useLabels();
  const text = item.fileText;
  const kind = text?.kind ?? file.name.split('.').at(-1) ?? '';
  const pages =
    text === null || text.pages === 0
      ? null
      : text.pages === 1
        ? t('onePage')
        : t('pageCount', { n: format.number(text.pages) });
  return (
    <section className={classes['card']} aria-label={t('file')}>
      <IconFile size={22} stroke={1.4} aria-hidden />
      <div>
        <h2>{file.name}</h2>
        <p>
          {[labels.value('fileKind', kind), format.size(file.sizeBytes), pages]
            .filter((part) => part !== null && part !== '')
            .join(' · ')}
        </p>
        {text !== null && item.fileHere && <TextState text={text} name={file.name} />}
        {item.fileHere ? (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconBook size={14} aria-hidden />}
            onClick={() => showTab(item.state.id, 'document')}
          >
            {t('read')}
          </Button>
        ) : (
          <Elsewhere item={item} />
        )}
      </div>
    </section>
  );
}

/** The bytes are in the shared folder only. */
function Elsewhere({ item }: { readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(itemTexts);
  const errorText = useErrorText();
  const { fetch, isPending, error } = useFetchFile(item.state.id);
  return (
    <>
      <Line
        warn={error !== null}
        icon={<IconCloudDownload size={15} aria-hidden />}
        text={t('fileElsewhere')}
        why={error === null ? t('fileElsewhereText') : errorText(error)}
      />
      <Button
        size="compact-sm"
        variant="light"
        loading={isPending}
        leftSection={<IconCloudDownload size={14} aria-hidden />}
        onClick={fetch}
      >
        {t('fileFetch')}
      </Button>
    </>
  );
}

function TextState({
  text: { state, reason },
  name,
}: {
  readonly text: FileTextStatus;
  readonly name: string;
}): React.JSX.Element {
  const t = useText(itemTexts);
  const errorText = useErrorText();
  const why = reason === null ? '' : errorText(new AppError(reason, { name }));
  switch (state) {
    case 'searchable':
      return <Line icon={<IconCircleCheck size={15} aria-hidden />} text={t('fileSearchable')} />;
    case 'elsewhere':
    case 'pending':
      return <Line icon={<IconClock size={15} aria-hidden />} text={t('filePending')} />;
    case 'scan':
      return <Line warn icon={<IconInfoCircle size={15} aria-hidden />} text={t('fileScan')} why={t('fileScanWhy')} />;
    case 'empty':
      return <Line warn icon={<IconInfoCircle size={15} aria-hidden />} text={t('fileEmpty')} />;
    case 'failed':
      // A reason that needs more than the file's name to be told falls back on the general sentence.
      return (
        <Line
          warn
          icon={<IconInfoCircle size={15} aria-hidden />}
          text={t('fileFailed')}
          why={why === '' || /\{\w+\}/.test(why) ? t('fileFailedWhy') : why}
        />
      );
  }
}

function Line({
  icon,
  text,
  why,
  warn,
}: {
  readonly icon: React.ReactNode;
  readonly text: string;
  readonly why?: string;
  readonly warn?: boolean;
}): React.JSX.Element {
  return (
    <div className={classes['state']} data-warn={warn || undefined}>
      {icon}
      <span>
        {text}
        {why !== undefined && <span className={classes['why']}>{why}</span>}
      </span>
    </div>
  );
}
