import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { editionTexts } from '../../../../shared/messages/ui/drafts';
import type { DraftVersion } from '../../../../shared/model/draft';
import type { ItemDetail } from '../../../../shared/model/views';
import { useCommand } from '../../../bridge/queries';
import { useFormat } from '../../../components/format';
import { useErrorText, useText } from '../../../components/use-text';
import { DialogButtons } from '../../../components/dialog-buttons';

interface Props {
  readonly item: ItemDetail;
  readonly version: DraftVersion | null;
  readonly onClose: () => void;
}

/** Gives a version a name that people know it by. */
export function NameDialog({ item, version, onClose }: Props): React.JSX.Element {
  const t = useText(editionTexts);
  const format = useFormat();
  return (
    <Modal
      opened={version !== null}
      onClose={onClose}
      title={version === null ? '' : t('nameTitle', { when: format.dateTime(version.at) })}
      centered
    >
      {version !== null && <NameForm item={item} version={version} onClose={onClose} />}
    </Modal>
  );
}

function NameForm({ item, version, onClose }: Props & { readonly version: DraftVersion }): React.JSX.Element {
  const t = useText(editionTexts);
  const errorText = useErrorText();
  const [name, setName] = useState(version.name ?? '');
  const save = useCommand('drafts.nameVersion');
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    save.mutate({ id: item.state.id, revision: version.revision, name }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        data-autofocus
        label={t('nameLabel')}
        description={t('nameHint')}
        maxLength={120}
        value={name}
        error={save.error === null ? undefined : errorText(save.error)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </DialogButtons>
    </form>
  );
}
