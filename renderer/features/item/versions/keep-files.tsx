import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { versionTexts } from '../../../../shared/messages/ui/conflicts';
import type { ItemDetail } from '../../../../shared/model/views';
import type { FieldVersion } from '../../../../shared/revision/item-state';
import { useCommand } from '../../../bridge/queries';
import { useDenied } from '../../../components/use-rights';
import { useText } from '../../../components/use-text';
import { useUndo } from '../../../components/use-undo';
import { fileIn } from './file-in';
import classes from './versions.module.css';

interface Props {
  readonly item: ItemDetail;
  /** All versions of the file, the shown one first. */
  readonly versions: readonly FieldVersion[];
}

/** Keeps every version of a file: the shown one stays, each other becomes an item of its own beside it. */
export function KeepFiles({ item, versions }: Props): React.JSX.Element | null {
  const t = useText(versionTexts);
  const client = useQueryClient();
  const { done, failed } = useUndo();
  const keepAll = useCommand('files.keepAll');
  const denied = useDenied(item.may);
  const [keep, ...files] = versions.map(({ value }) => fileIn(value));
  if (keep === undefined || keep === null || files.length === 0 || files.includes(null)) return null;
  const { id, fields } = item.state;
  const title = typeof fields['title'] === 'string' ? fields['title'] : '';
  const others = versions.slice(1).map((version) => ({
    version: fileIn(version.value)?.hash ?? '',
    // Others read this too: a name, where the screen says “you”.
    title: t('titleOfVersion', { title, who: item.authors[version.device]?.name || t('other') }).trim(),
  }));
  return (
    <div className={classes['union']}>
      <span>
        {t(others.length === 1 ? 'keepFilesText' : 'keepFilesMany')}{' '}
        <b>{others.map((other) => t('quoted', { title: other.title })).join(', ')}</b>
      </span>
      <Button
        size="xs"
        variant="light"
        leftSection={<IconCopy size={15} aria-hidden />}
        {...denied}
        loading={keepAll.isPending}
        onClick={() =>
          keepAll.mutate(
            { id, keep: keep.hash, others },
            {
              onSuccess: (answer) => {
                client.setQueryData(['items.get', { id }], answer.item);
                done(t('keptFiles'));
              },
              onError: failed,
            },
          )
        }
      >
        {t('keepFiles')}
      </Button>
    </div>
  );
}
