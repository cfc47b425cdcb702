import { Button } from '@mantine/core';
import { IconCloudDownload } from '@tabler/icons-react';
import { itemTexts } from '../../../shared/messages/ui/item';
import type { FileRef } from '../../../shared/model/file-ref';
import type { ItemDetail } from '../../../shared/model/views';
import { useFormat } from '../../components/format';
import { useErrorText, useText } from '../../components/use-text';
import classes from './file-elsewhere.module.css';
import { useFetchFile } from './use-fetch-file';

/** In the place of a document whose bytes are in the shared folder only: what it is, and the way to get it. */
export function FileElsewhere({
  item,
  file,
}: {
  readonly item: ItemDetail;
  readonly file: FileRef;
}): React.JSX.Element {
  const t = useText(itemTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const { fetch, isPending, error } = useFetchFile(item.state.id);
  return (
    <div className={classes['place']}>
      <IconCloudDownload size={40} stroke={1.2} aria-hidden />
      <h2>{t('fileElsewhere')}</h2>
      <p>
        {file.name} · {format.size(file.sizeBytes)}
      </p>
      <p>{t('fileElsewhereText')}</p>
      <Button loading={isPending} leftSection={<IconCloudDownload size={16} aria-hidden />} onClick={fetch}>
        {t('fileFetch')}
      </Button>
      {error !== null && <p role="alert">{errorText(error)}</p>}
    </div>
  );
}
