import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { versionTexts } from '../../../../shared/messages/ui/conflicts';
import type { ItemDetail } from '../../../../shared/model/views';
import type { FieldVersion } from '../../../../shared/revision/item-state';
import { useAsk } from '../../../bridge/queries';
import { useFieldLabel } from '../../../components/field-label';
import { useDenied } from '../../../components/use-rights';
import { useErrorText, useText } from '../../../components/use-text';
import { DocumentViewer } from '../../../viewers/document-viewer';
import { FileElsewhere } from '../file-elsewhere';
import { fileIn } from './file-in';
import { useAuthor } from './use-author';
import { useResolve } from './use-resolve';
import classes from './read-version.module.css';

interface Props {
  readonly item: ItemDetail;
  /** All versions of the file, the shown one first. */
  readonly versions: readonly FieldVersion[];
  readonly index: number;
  readonly onIndex: (index: number) => void;
  readonly onBack: () => void;
}

/** One version of a file in the app's own reader, with the way to the other and the choice. */
export function ReadVersion({ item, versions, index, onIndex, onBack }: Props): React.JSX.Element | null {
  const t = useText(versionTexts);
  const label = useFieldLabel()('file');
  const authorOf = useAuthor(item);
  const resolve = useResolve(item.state.id, 'file', label);
  const denied = useDenied(item.may);
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => head.current?.focus(), []);
  const version = versions[index];
  const file = version === undefined ? null : fileIn(version.value);
  if (version === undefined || file === null) return null;
  return (
    <div className={classes['reading']}>
      <div className={classes['head']} ref={head} tabIndex={-1} role="group" aria-label={t('reading')}>
        <Button size="xs" variant="default" leftSection={<IconArrowLeft size={15} aria-hidden />} onClick={onBack}>
          {t('back')}
        </Button>
        <SegmentedControl
          size="xs"
          className={classes['choice'] ?? ''}
          aria-label={t('reading')}
          value={String(index)}
          data={versions.map((each, at) => ({
            value: String(at),
            label: `${t('version', { n: at + 1 })} · ${authorOf(each)}`,
          }))}
          onChange={(value) => onIndex(Number(value))}
        />
        <Button
          size="xs"
          className={classes['keep'] ?? ''}
          {...denied}
          loading={resolve.isPending}
          aria-label={t('keepNamed', { n: index + 1, field: label })}
          onClick={() => resolve.keep(version.value)}
        >
          {t('keep')}
        </Button>
      </div>
      <Reader key={file.hash} item={item} hash={file.hash} />
    </div>
  );
}

function Reader({ item, hash }: { readonly item: ItemDetail; readonly hash: string }): React.JSX.Element {
  const errorText = useErrorText();
  const { data, error } = useAsk('files.version', { id: item.state.id, version: hash });
  if (error !== null) return <p role="alert">{errorText(error)}</p>;
  if (data?.file == null) return <Skeleton className={classes['loading'] ?? ''} />;
  return (
    <div className={classes['document']}>
      {data.fileHere ? (
        <DocumentViewer item={data} place={null} isVersion />
      ) : (
        <FileElsewhere item={data} file={data.file} version={data.file.hash} />
      )}
    </div>
  );
}
