import { Fragment } from 'react';
import type { ItemId } from '../../../../shared/base/ids';
import { sameJson, type JsonValue } from '../../../../shared/base/json';
import { itemTexts } from '../../../../shared/messages/ui/item';
import { fieldOf } from '../../../../shared/model/types';
import { fileRefSchema } from '../../../../shared/model/file-ref';
import { relationSchema } from '../../../../shared/model/relation-schema';
import type { FieldChange } from '../../../../shared/model/views';
import { useAsk } from '../../../bridge/queries';
import { useLabels } from '../../../components/labels';
import { useText } from '../../../components/use-text';
import { useFieldLabel } from '../../../components/field-label';
import { FieldValue } from '../overview/field-value';
import { useRelationLabel } from '../overview/relation-label';
import classes from './field-change.module.css';
import { textDifference } from './text-difference';

interface Props {
  readonly type: string;
  readonly field: string;
  readonly changes: readonly FieldChange[];
}

/** What one step did to one field. Old and new are told apart by line-through, underline and words, not by colour alone. */
export function FieldChangeView({ type, field, changes }: Props): React.JSX.Element {
  const label = useFieldLabel();
  const isSet = field === 'relations' || fieldOf(type, field)?.kind === 'set';
  return (
    <div className={classes['change']}>
      <h3>{label(field)}</h3>
      <div>
        {isSet ? (
          <SetChange
            field={field}
            before={changes.flatMap(({ before }) => listOf(before))}
            after={changes.flatMap(({ after }) => listOf(after))}
          />
        ) : (
          changes.map((change, index) => <ValueChange key={index} type={type} change={change} />)
        )}
      </div>
    </div>
  );
}

function ValueChange({
  type,
  change: { field, before, after },
}: {
  readonly type: string;
  readonly change: FieldChange;
}): React.JSX.Element {
  const kind = fieldOf(type, field)?.kind;
  const isText = kind === 'line' || kind === 'text' || kind === 'markdown';
  if (isText && typeof before === 'string' && typeof after === 'string')
    return <TextChange before={before} after={after} />;
  return (
    <>
      {before !== null && <Value type={type} field={field} value={before} as="del" />}{' '}
      {after !== null && <Value type={type} field={field} value={after} as="ins" />}
    </>
  );
}

function TextChange({ before, after }: { readonly before: string; readonly after: string }): React.JSX.Element {
  const t = useText(itemTexts);
  return (
    <p className={classes['text']}>
      {textDifference(before, after).map(({ kind, text }, index) => {
        if (kind === 'skipped')
          return (
            <span key={index} className={classes['skipped']} title={t('skipped')}>
              {' '}
              …{' '}
            </span>
          );
        if (kind === 'same') return <span key={index}>{text}</span>;
        return kind === 'added' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>;
      })}
    </p>
  );
}

/** Long texts are shown from their start: the whole is a restore away. */
const maxShown = 600;

function Value({
  type,
  field,
  value,
  as: Mark,
}: {
  readonly type: string;
  readonly field: string;
  readonly value: JsonValue;
  readonly as: 'ins' | 'del';
}): React.JSX.Element {
  const file = fileRefSchema.safeParse(value);
  if (file.success) return <Mark>{file.data.name}</Mark>;
  const kind = fieldOf(type, field)?.kind;
  if (typeof value === 'string' && kind !== 'choice' && kind !== 'date') {
    return <Mark className={classes['text']}>{value.length > maxShown ? `${value.slice(0, maxShown)}…` : value}</Mark>;
  }
  return (
    <Mark>
      <FieldValue type={type} field={field} value={value} />
    </Mark>
  );
}

function SetChange({
  field,
  before,
  after,
}: {
  readonly field: string;
  readonly before: readonly JsonValue[];
  readonly after: readonly JsonValue[];
}): React.JSX.Element {
  const t = useText(itemTexts);
  const nameOf = useElementName(field, [...before, ...after]);
  const removed = before.filter((value) => !after.some((other) => sameJson(value, other)));
  const added = after.filter((value) => !before.some((other) => sameJson(value, other)));
  const list = (values: readonly JsonValue[], Mark: 'ins' | 'del'): React.ReactNode =>
    values.map((value, index) => (
      <Fragment key={index}>
        {index > 0 && ', '}
        <Mark>{nameOf(value)}</Mark>
      </Fragment>
    ));
  return (
    <>
      {added.length > 0 && (
        <div>
          {t('historyAdded')}: {list(added, 'ins')}
        </div>
      )}
      {removed.length > 0 && (
        <div>
          {t('historyRemoved')}: {list(removed, 'del')}
        </div>
      )}
    </>
  );
}

/** What an element of a set is called; for a relation, its kind and the title of the other item. */
function useElementName(field: string, values: readonly JsonValue[]): (value: JsonValue) => string {
  const t = useText(itemTexts);
  const labels = useLabels();
  const relationLabel = useRelationLabel();
  const ids = [...new Set(values.flatMap((value) => relationSchema.safeParse(value).data?.target ?? []))] as ItemId[];
  const titles = useAsk('items.titles', { ids }, { enabled: ids.length > 0 }).data;
  return (value) => {
    const relation = relationSchema.safeParse(value).data;
    if (relation === undefined) return labels.value(field, String(value));
    return `${relationLabel(relation.kind, 'out')} “${titles?.find(({ id }) => id === relation.target)?.title ?? t('untitled')}”`;
  };
}

function listOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : value === null ? [] : [value];
}
