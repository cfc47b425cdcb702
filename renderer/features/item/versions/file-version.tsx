import { Button } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { versionTexts } from '../../../../shared/messages/ui/conflicts';
import type { FileRef } from '../../../../shared/model/file-ref';
import { useFormat } from '../../../components/format';
import { useText } from '../../../components/use-text';
import classes from './versions.module.css';

interface Props {
  readonly file: FileRef;
  /** Counts from 0, the shown one first. */
  readonly index: number;
  readonly onRead: () => void;
}

/** A version of a file: what it is, and the way to read it before choosing. */
export function FileVersion({ file: { name, sizeBytes }, index, onRead }: Props): React.JSX.Element {
  const t = useText(versionTexts);
  const format = useFormat();
  return (
    <div className={classes['file']}>
      <IconFile size={18} stroke={1.5} aria-hidden />
      <span>
        {name}
        <small>{format.size(sizeBytes)}</small>
      </span>
      <Button
        size="compact-xs"
        variant="light"
        aria-label={t('openFileNamed', { n: index + 1, name })}
        onClick={onRead}
      >
        {t('openFile')}
      </Button>
    </div>
  );
}
