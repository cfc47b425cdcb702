import { ActionIcon, Button, Modal, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { spaceDialogTexts } from '../../../../shared/messages/ui/space-dialog';
import { spacePageTexts } from '../../../../shared/messages/ui/space-page';
import type { SpaceStatus } from '../../../../shared/model/sync';
import { DialogButtons } from '../../../components/dialog-buttons';
import { useReturnFocus } from '../../../components/use-return-focus';
import { useText } from '../../../components/use-text';
import { focusPane } from '../../../state/search';
import { useSpaceCommand } from './use-space-command';

/** Gives a space another name: for all when one made it, else only here. */
export function RenameButton({ space }: { readonly space: SpaceStatus }): React.JSX.Element {
  const t = useText(spacePageTexts);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <ActionIcon
        size={30}
        variant="default"
        aria-label={t('rename')}
        title={t('rename')}
        onClick={() => setAsking(true)}
      >
        <IconPencil size={16} aria-hidden />
      </ActionIcon>
      {isAsking && <RenameDialog space={space} onClose={() => setAsking(false)} />}
    </>
  );
}

function RenameDialog({
  space: { id, name: old },
  onClose,
}: {
  readonly space: SpaceStatus;
  readonly onClose: () => void;
}): React.JSX.Element {
  useReturnFocus(() => focusPane('detail'));
  const t = useText(spacePageTexts);
  const d = useText(spaceDialogTexts);
  const [name, setName] = useState(old);
  const [tried, setTried] = useState(false);
  const rename = useSpaceCommand('spaces.rename');
  const isMissing = name.trim() === '';
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isMissing) rename.run({ id, name: name.trim() }, onClose);
  };
  return (
    <Modal opened onClose={onClose} title={t('renameTitle')} size="sm">
      <form onSubmit={submit}>
        <TextInput
          label={d('name')}
          description={t('renameHint')}
          value={name}
          maxLength={120}
          data-autofocus
          error={tried && isMissing ? d('nameNeeded') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={rename.isPending}>
            {t('save')}
          </Button>
        </DialogButtons>
      </form>
    </Modal>
  );
}
