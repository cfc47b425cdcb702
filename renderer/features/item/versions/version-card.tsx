import { Button } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { versionTexts } from '../../../../shared/messages/ui/conflicts';
import { fileRefSchema } from '../../../../shared/model/file-ref';
import type { ItemDetail } from '../../../../shared/model/views';
import type { FieldVersion } from '../../../../shared/revision/item-state';
import { useFormat } from '../../../components/format';
import { useText } from '../../../components/use-text';
import { showTab } from '../../../state/view';
import { typeOf } from '../item-title';
import { FieldValue } from '../overview/field-value';
import { MarkedDifference } from './marked-difference';
import { useAuthor } from './use-author';
import classes from './versions.module.css';

interface Props {
  readonly item: ItemDetail;
  readonly field: string;
  readonly label: string;
  readonly version: FieldVersion;
  readonly index: number;
  /** The text of the only other version, to mark what differs; null when there is no such text. */
  readonly other: string | null;
  readonly isBusy: boolean;
  readonly onKeep: () => void;
}

/** One version of a field: who wrote it, when, and what it says. */
export function VersionCard({ item, field, label, version, index, other, isBusy, onKeep }: Props): React.JSX.Element {
  const t = useText(versionTexts);
  const format = useFormat();
  const author = item.authors[version.device];
  const who = useAuthor(item)(version);
  return (
    <li className={classes['card']} data-shown={index === 0 || undefined}>
      <div className={classes['who']}>
        <b>{who}</b>
        {author !== undefined && !author.self && author.organisation !== '' && <span>{author.organisation}</span>}
        <time dateTime={version.at}>{format.dateTime(version.at)}</time>
        {index === 0 && <span className={classes['badge']}>{t('shown')}</span>}
      </div>
      <div
        className={classes['value']}
        tabIndex={0}
        role="group"
        aria-label={`${t('version', { n: index + 1 })}, ${who}`}
      >
        <Value item={item} field={field} version={version} index={index} other={other} />
      </div>
      <Button
        size="xs"
        variant="default"
        loading={isBusy}
        aria-label={t('keepNamed', { n: index + 1, field: label })}
        onClick={onKeep}
      >
        {t('keep')}
      </Button>
    </li>
  );
}

function Value({ item, field, version: { value }, index, other }: Omit<Props, 'label' | 'isBusy' | 'onKeep'>) {
  const t = useText(versionTexts);
  const format = useFormat();
  if (value === null) return <i>{t('empty')}</i>;
  const file = fileRefSchema.safeParse(value);
  if (file.success) {
    const isShown = item.file?.hash === file.data.hash;
    return (
      <div className={classes['file']}>
        <IconFile size={18} stroke={1.5} aria-hidden />
        <span>
          {file.data.name}
          <small>{format.size(file.data.sizeBytes)}</small>
          {!isShown && <small>{t('fileKeepToRead')}</small>}
        </span>
        {isShown && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('openFileNamed', { n: index + 1, name: file.data.name })}
            onClick={() => showTab(item.state.id, 'document')}
          >
            {t('openFile')}
          </Button>
        )}
      </div>
    );
  }
  if (typeof value === 'string' && other !== null) return <MarkedDifference text={value} other={other} />;
  return <FieldValue type={typeOf(item)} field={field} value={value} />;
}
