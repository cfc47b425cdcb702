import { Badge, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import type { ItemId } from '../../../shared/base/ids';
import type { JsonValue } from '../../../shared/base/json';
import { periodSchema } from '../../../shared/model/field-schema';
import { fieldsOf } from '../../../shared/model/types';
import type { ItemDetail } from '../../../shared/model/views';
import { quickLookTexts } from '../../../shared/messages/ui/browse';
import { useAsk } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { useLabels } from '../../components/labels';
import { TypeIcon } from '../../components/type-icon';
import { useReturnFocus } from '../../components/use-return-focus';
import { useErrorText, useText } from '../../components/use-text';
import { focusPane } from '../../state/search';
import classes from './quick-look.module.css';

interface Props {
  readonly id: ItemId;
  readonly onClose: () => void;
  readonly onOpen: () => void;
  /** To the next row (1) or the one before (-1). */
  readonly onStep: (by: 1 | -1) => void;
}

/** A look at an item without opening it; the arrows walk on through the list. */
export function QuickLook({ id, onClose, onOpen, onStep }: Props): React.JSX.Element {
  useReturnFocus(() => focusPane('list'));
  const t = useText(quickLookTexts);
  const errorText = useErrorText();
  const { data, error } = useAsk('items.get', { id }, { keepLast: true });
  const title = String(data?.state.fields['title'] ?? '');
  const keys: Readonly<Record<string, () => void>> = {
    ' ': onClose,
    Enter: onOpen,
    ArrowDown: () => onStep(1),
    ArrowUp: () => onStep(-1),
  };
  const keyDown = (event: React.KeyboardEvent): void => {
    const act = keys[event.key];
    if (act === undefined || (event.target instanceof HTMLElement && event.target.closest('button') !== null)) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={title === '' ? t('name') : title} onKeyDown={keyDown}>
      <div tabIndex={-1} data-autofocus className={classes['body']}>
        {error !== null && <Text c="var(--danger)">{errorText(error)}</Text>}
        {data === undefined ? (
          error === null && <Loader size="sm" aria-label={t('loading')} />
        ) : (
          <Overview detail={data} />
        )}
        <Text size="xs" c="var(--muted)" mt="md">
          {t('hint')}
        </Text>
      </div>
    </Modal>
  );
}

function Overview({ detail: { state, related, file } }: { detail: ItemDetail }): React.JSX.Element {
  const t = useText(quickLookTexts);
  const labels = useLabels();
  const format = useFormat();
  const type = String(state.fields['type'] ?? '');
  const shown = fieldsOf(type)
    .filter(({ key }) => key !== 'title' && key !== 'tags')
    .map(({ key }) => ({
      key,
      text: valueText(state.fields[key] ?? state.sets[key] ?? null, (value) => labels.value(key, value), t('yes')),
    }))
    .filter(({ text }) => text !== '');
  return (
    <Stack gap="sm">
      <Group gap={6} c="var(--muted)">
        <TypeIcon type={type} /> <Text size="sm">{labels.type(type)}</Text>
      </Group>
      <dl className={classes['fields']}>
        {shown.map(({ key, text }) => (
          <div key={key}>
            <dt>{labels.field(key)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {file !== null && (
          <div>
            <dt>{t('file')}</dt>
            <dd>
              {file.name} ({format.size(file.sizeBytes)})
            </dd>
          </div>
        )}
        {related.length > 0 && (
          <div>
            <dt>{t('relations')}</dt>
            <dd>{related.map(({ title }) => title).join(', ')}</dd>
          </div>
        )}
      </dl>
      {(state.sets['tags']?.length ?? 0) > 0 && (
        <Group gap={4}>
          {state.sets['tags']?.map((tag) => (
            <Badge key={String(tag)} variant="light" tt="none">
              {String(tag)}
            </Badge>
          ))}
        </Group>
      )}
    </Stack>
  );
}

function valueText(value: JsonValue | readonly JsonValue[], label: (value: string) => string, yes: string): string {
  if (value === null || value === false) return '';
  if (value === true) return yes;
  if (Array.isArray(value)) return value.map((each) => label(String(each))).join(', ');
  if (typeof value !== 'object') return label(String(value));
  const { from = null, to = null } = periodSchema.safeParse(value).data ?? {};
  return from === null && to === null ? '' : `${from ?? '…'}–${to ?? '…'}`;
}
