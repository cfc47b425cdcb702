import { Button, Loader } from '@mantine/core';
import { IconCloudDownload } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { BlobHash } from '../../../shared/base/ids';
import { itemTexts } from '../../../shared/messages/ui/item';
import type { FileRef } from '../../../shared/model/file-ref';
import type { ItemDetail } from '../../../shared/model/views';
import { useFormat } from '../../components/format';
import { useErrorText, useText } from '../../components/use-text';
import classes from './file-elsewhere.module.css';
import { useFetchFile } from './use-fetch-file';

/** Up to this size opening a document fetches it; a larger one is asked about first, for who pays for the network. */
const fetchedAtOnceBytes = 50 * 1024 * 1024;

interface Props {
  readonly item: ItemDetail;
  readonly file: FileRef;
  /** When it is not the file that the item shows. */
  readonly version?: BlobHash;
}

/** In the place of a document whose bytes are in the shared folder only: it comes because it was opened. */
export function FileElsewhere({ item, file, version }: Props): React.JSX.Element {
  const t = useText(itemTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const { fetch, isPending, error } = useFetchFile(item.state.id, version);
  const comes = file.sizeBytes <= fetchedAtOnceBytes;
  useEffect(() => {
    if (comes) fetch();
    // Once for each file that is opened; after a failure it is for the person to try again.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `fetch` is new at each drawing
  }, [comes, file.hash]);
  const waits = isPending || (comes && error === null);
  return (
    <div className={classes['place']}>
      <IconCloudDownload size={40} stroke={1.2} aria-hidden />
      <h2>{t('fileElsewhere')}</h2>
      <p>
        {file.name} · {format.size(file.sizeBytes)}
      </p>
      <p role="status" className={classes['going']}>
        {waits && <Loader size={16} aria-hidden />} {t(waits ? 'fileComing' : comes ? 'fileNotCome' : 'fileLarge')}
      </p>
      {error !== null && !isPending && <p role="alert">{errorText(error)}</p>}
      {!waits && (
        <Button leftSection={<IconCloudDownload size={16} aria-hidden />} onClick={fetch}>
          {t(error === null ? 'fileFetch' : 'fileFetchAgain')}
        </Button>
      )}
    </div>
  );
}
