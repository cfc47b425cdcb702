import { Alert, Checkbox, Stack } from '@mantine/core';
import { IconCheck, IconHistory, IconUsersGroup } from '@tabler/icons-react';
import { publishTexts } from '../../../shared/messages/ui/publishing';
import { shareTexts } from '../../../shared/messages/ui/sharing';
import {
  workingFields,
  type PublishedItem,
  type PublishPreview,
  type WorkingField,
} from '../../../shared/model/publishing';
import { useFormat } from '../../components/format';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import classes from './spaces.module.css';

export interface Carried {
  readonly leaveOut: readonly WorkingField[];
  readonly history: boolean;
}

interface Props {
  readonly preview: PublishPreview;
  readonly carried: Carried;
  readonly onChange: (carried: Carried) => void;
}

const mostItems = 20;
const mostReaders = 12;

/** What becomes readable with the items, to whom, and what stays: of the second and third something can be chosen. */
export function GoesAlong({ preview, carried, onChange }: Props): React.JSX.Element {
  const t = useText(shareTexts);
  const p = useText(publishTexts);
  const format = useFormat();
  const labels = useLabels();
  const { items, readers, leaves } = preview;
  const present = workingFields.filter((field) => items.some(({ fields }) => fields.includes(field)));
  const versions = sum(items, ({ isUpdate, stays }) => (isUpdate ? 0 : stays.versions));
  const names = readers.slice(0, mostReaders).join('; ');
  return (
    <section className={classes['group']} aria-label={t('along')}>
      <h3>{t('along')}</h3>
      {leaves.map(({ name, mayShare }) => (
        <Alert key={name} variant="default" mb={8} role={mayShare ? undefined : 'alert'}>
          {p(mayShare ? 'leaves' : 'leavesNot', { name })}
        </Alert>
      ))}
      <ul className={classes['along']}>
        {items.slice(0, mostItems).map((item) => (
          <Item key={item.id} item={item} leaveOut={carried.leaveOut} />
        ))}
        {items.length > mostItems && <li>{p('more', { n: format.number(items.length - mostItems) })}</li>}
        <li>
          <IconUsersGroup size={15} aria-hidden />
          {readers.length === 0 ? p('readersNone') : p('readers', { names })}
        </li>
      </ul>
      {present.length > 0 && (
        <Checkbox.Group
          my={10}
          label={p('working')}
          description={p('workingHint')}
          value={present.filter((field) => !carried.leaveOut.includes(field))}
          onChange={(kept) => onChange({ ...carried, leaveOut: present.filter((field) => !kept.includes(field)) })}
        >
          <Stack gap={6} mt={6}>
            {present.map((field) => (
              <Checkbox key={field} value={field} label={labels.field(field)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Stays items={items} history={carried.history} />
      {versions > 0 && (
        <Checkbox
          mt={8}
          label={p('history', { n: format.number(versions) })}
          description={p('historyHint')}
          checked={carried.history}
          onChange={(event) => onChange({ ...carried, history: event.currentTarget.checked })}
        />
      )}
    </section>
  );
}

interface ItemProps {
  readonly item: PublishedItem;
  readonly leaveOut: readonly string[];
}

function Item({ item, leaveOut }: ItemProps): React.JSX.Element {
  const p = useText(publishTexts);
  const format = useFormat();
  const labels = useLabels();
  const { title, fields, file, pictures, relations, isUpdate } = item;
  const shown = fields.filter((field) => !leaveOut.includes(field)).map((field) => labels.field(field));
  const parts = [
    shown.join(', '),
    ...(file === null ? [] : [p('file', { name: file.name, size: format.size(file.sizeBytes) })]),
    ...(pictures === 0 ? [] : [p(pictures === 1 ? 'pictureOne' : 'pictures', { n: format.number(pictures) })]),
    ...(relations === 0 ? [] : [p(relations === 1 ? 'relationOne' : 'relations', { n: format.number(relations) })]),
    ...(isUpdate ? [p('update')] : []),
  ];
  return (
    <li>
      <IconCheck size={15} aria-hidden />
      <span>
        <b>{title === '' ? p('untitled') : title}</b>: {parts.join(' · ')}
      </span>
    </li>
  );
}

function Stays({
  items,
  history,
}: {
  readonly items: readonly PublishedItem[];
  readonly history: boolean;
}): React.JSX.Element {
  const p = useText(publishTexts);
  const format = useFormat();
  const annotations = sum(items, ({ stays }) => stays.annotations);
  const relations = sum(items, ({ stays }) => stays.relations);
  const parts = [
    ...(history ? [] : [p('staysHistory')]),
    ...(annotations === 0
      ? []
      : [p(annotations === 1 ? 'staysAnnotation' : 'staysAnnotations', { n: format.number(annotations) })]),
    ...(relations === 0
      ? []
      : [p(relations === 1 ? 'staysRelation' : 'staysRelations', { n: format.number(relations) })]),
  ];
  return (
    <ul className={classes['along']}>
      {parts.map((part) => (
        <li key={part} data-stays>
          <IconHistory size={15} aria-hidden /> {part}
        </li>
      ))}
    </ul>
  );
}

function sum(items: readonly PublishedItem[], count: (item: PublishedItem) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}
