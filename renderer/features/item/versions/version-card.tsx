import { Button } from '@mantine/core';
import { versionTexts } from '../../../../shared/messages/ui/conflicts';
import type { ItemDetail } from '../../../../shared/model/views';
import type { FieldVersion } from '../../../../shared/revision/item-state';
import { useFormat } from '../../../components/format';
import { useDenied } from '../../../components/use-rights';
import { useText } from '../../../components/use-text';
import { typeOf } from '../item-title';
import { FieldValue } from '../overview/field-value';
import { fileIn } from './file-in';
import { FileVersion } from './file-version';
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
  /** Reads the file of this version. */
  readonly onRead: () => void;
}

/** One version of a field: who wrote it, when, and what it says. */
export function VersionCard({
  item,
  field,
  label,
  version,
  index,
  other,
  isBusy,
  onKeep,
  onRead,
}: Props): React.JSX.Element {
  const t = useText(versionTexts);
  const format = useFormat();
  const denied = useDenied(item.may);
  const author = item.authors[version.device];
  const who = useAuthor(item)(version);
  return (
    <li className={classes['card']} data-shown={index === 0 || undefined}>
      <div className={classes['who']}>
        <span>{t('version', { n: index + 1 })}</span>
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
        <Value item={item} field={field} version={version} index={index} other={other} onRead={onRead} />
      </div>
      <Button
        size="xs"
        variant="default"
        {...denied}
        loading={isBusy}
        aria-label={t('keepNamed', { n: index + 1, field: label })}
        onClick={onKeep}
      >
        {t('keep')}
      </Button>
    </li>
  );
}

function Value({ item, field, version: { value }, index, other, onRead }: Omit<Props, 'label' | 'isBusy' | 'onKeep'>) {
  const t = useText(versionTexts);
  if (value === null) return <i>{t('empty')}</i>;
  const file = fileIn(value);
  if (file !== null) return <FileVersion file={file} index={index} onRead={onRead} />;
  if (typeof value === 'string' && other !== null) return <MarkedDifference text={value} other={other} />;
  return <FieldValue type={typeOf(item)} field={field} value={value} />;
}
