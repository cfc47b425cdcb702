import { Button, Modal, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { itemTexts, typeExplanations } from '../../../shared/messages/ui/item';
import { itemType, itemTypes } from '../../../shared/model/types';
import { useCommand } from '../../bridge/queries';
import { useLabels } from '../../components/labels';
import { TypeIcon } from '../../components/type-icon';
import { useErrorText, useLanguage, useText } from '../../components/use-text';
import { SpaceSelect, useStartSpace } from './space-select';
import { startEditing } from '../../state/editing';
import { openDialog, openItem, view } from '../../state/view';
import { DialogButtons } from '../../components/dialog-buttons';
import classes from './new-item-dialog.module.css';

/** Makes an item of a chosen type with a title and goes on in its form. */
export function NewItemDialog(): React.JSX.Element {
  const t = useText(itemTexts);
  const dialog = view.use((state) => state.dialog);
  const close = (): void => openDialog(null);
  return (
    <Modal opened={dialog?.kind === 'new-item'} onClose={close} size={720} title={t('newTitle')}>
      {dialog?.kind === 'new-item' && <NewItemForm startType={dialog.type} onClose={close} />}
    </Modal>
  );
}

function NewItemForm({
  startType,
  onClose,
}: {
  readonly startType: string | null;
  readonly onClose: () => void;
}): React.JSX.Element {
  const t = useText(itemTexts);
  const errorText = useErrorText();
  const [type, setType] = useState<string>(itemType(startType ?? '')?.name ?? 'project');
  const [title, setTitle] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [space, setSpace] = useState(useStartSpace());
  const create = useCommand('items.create');
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setIsMissing(title.trim() === '');
    if (title.trim() === '') return;
    create.mutate(
      { type, change: { set: { title: title.trim() } }, ...(space === null ? {} : { space }) },
      {
        onSuccess: ({ state: { id } }) => {
          onClose();
          openItem(id, { keep: true, tab: 'overview' });
          startEditing(id, firstField(type));
        },
      },
    );
  };
  return (
    <form noValidate onSubmit={submit}>
      <TypeCards value={type} onChange={setType} />
      <TextInput
        mt={14}
        data-autofocus
        required
        label={t('newName')}
        description={t('newNameHint')}
        maxLength={1_000}
        value={title}
        error={isMissing ? t('problemRequired') : create.error === null ? undefined : errorText(create.error)}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <SpaceSelect value={space} onChange={setSpace} />
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={create.isPending}>
          {t('newCreate')}
        </Button>
      </DialogButtons>
    </form>
  );
}

function TypeCards({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (type: string) => void;
}): React.JSX.Element {
  const t = useText(itemTexts);
  const labels = useLabels();
  const language = useLanguage();
  return (
    <Radio.Group label={t('newType')} value={value} onChange={onChange}>
      <div className={classes['types']}>
        {itemTypes.map(({ name }) => (
          <Radio.Card
            key={name}
            value={name}
            className={classes['type'] ?? ''}
            aria-label={`${labels.type(name)}: ${typeExplanations[name][language]}`}
          >
            <TypeIcon type={name} size={20} />
            <span>
              <b>{labels.type(name)}</b>
              <span>{typeExplanations[name][language]}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

function firstField(type: string): string | null {
  return itemType(type)?.fields[0]?.key ?? null;
}
