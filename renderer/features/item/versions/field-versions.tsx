import { Button } from '@mantine/core';
import { IconArrowsJoin2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { JsonValue } from '../../../../shared/base/json';
import { versionTexts } from '../../../../shared/messages/ui/conflicts';
import { fieldOf } from '../../../../shared/model/types';
import type { ItemDetail } from '../../../../shared/model/views';
import type { FieldConflict } from '../../../../shared/revision/item-state';
import { useFieldLabel } from '../../../components/field-label';
import { useDenied } from '../../../components/use-rights';
import { useText } from '../../../components/use-text';
import { typeOf } from '../item-title';
import { KeepFiles } from './keep-files';
import { MergeText } from './merge-text';
import { Union, unionOf } from './union';
import { useAuthor } from './use-author';
import { useResolve } from './use-resolve';
import { VersionCard } from './version-card';
import classes from './versions.module.css';

interface Props {
  readonly item: ItemDetail;
  readonly conflict: FieldConflict;
  /** Reads the file of a version. */
  readonly onRead: (index: number) => void;
}

/** One field: its versions side by side with who and when, and the ways to one: choose, join, or write it together. */
export function FieldVersions({ item, conflict: { field, versions }, onRead }: Props): React.JSX.Element {
  const t = useText(versionTexts);
  const label = useFieldLabel()(field);
  const [merging, setMerging] = useState(false);
  const authorOf = useAuthor(item);
  const denied = useDenied(item.may);
  const resolve = useResolve(item.state.id, field, label);
  const values = versions.map(({ value }) => value);
  const texts = textsOf(typeOf(item), field, values);
  const union = unionOf(values);
  return (
    <section className={classes['field']} aria-label={label}>
      <h2>{label}</h2>
      <ul className={classes['cards']}>
        {versions.map((version, index) => (
          <VersionCard
            key={version.revision}
            item={item}
            field={field}
            label={label}
            version={version}
            index={index}
            other={texts !== null && texts.length === 2 ? (texts[1 - index] ?? null) : null}
            isBusy={resolve.isPending}
            onKeep={() => resolve.keep(version.value)}
            onRead={() => onRead(index)}
          />
        ))}
      </ul>
      {field === 'file' && <KeepFiles item={item} versions={versions} />}
      {union !== null && (
        <Union
          field={field}
          values={union}
          denied={denied}
          isBusy={resolve.isPending}
          onKeep={() => resolve.keep([...union])}
        />
      )}
      {texts !== null && !merging && (
        <Button
          size="xs"
          variant="light"
          {...denied}
          leftSection={<IconArrowsJoin2 size={15} aria-hidden />}
          aria-label={t('mergeNamed', { field: label })}
          onClick={() => setMerging(true)}
        >
          {t('merge')}
        </Button>
      )}
      {texts !== null && merging && (
        <MergeText
          texts={texts}
          authors={versions.map(authorOf)}
          label={label}
          isLine={fieldOf(typeOf(item), field)?.kind === 'line' || field === 'title'}
          isBusy={resolve.isPending}
          onKeep={(text) => resolve.keep(text)}
          onStop={() => setMerging(false)}
        />
      )}
    </section>
  );
}

/** The versions as texts that can be written together; null when the field holds no free text. */
function textsOf(type: string, field: string, values: readonly JsonValue[]): readonly string[] | null {
  const kind = fieldOf(type, field)?.kind;
  if (kind !== 'line' && kind !== 'text' && kind !== 'markdown') return null;
  return values.every((value) => typeof value === 'string' || value === null)
    ? values.map((value) => (typeof value === 'string' ? value : ''))
    : null;
}
