import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { nameTexts } from '../../../shared/messages/ui/browse';
import { DialogButtons } from '../../components/dialog-buttons';
import { useReturnFocus } from '../../components/use-return-focus';
import { useText } from '../../components/use-text';
import { focusPane } from '../../state/search';

interface Props {
  readonly title: string;
  readonly initial?: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

const maxLength = 120;

/** Asks for one name. Exists only while it is asked. */
export function NameDialog({ title, initial = '', onName, onClose }: Props): React.JSX.Element {
  useReturnFocus(() => focusPane('list'));
  const t = useText(nameTexts);
  const [name, setName] = useState(initial);
  const [tried, setTried] = useState(false);
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    onName(name.trim());
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title} size="sm">
      <form onSubmit={submit}>
        <TextInput
          label={t('name')}
          value={name}
          maxLength={maxLength}
          data-autofocus
          error={tried && name.trim() === '' ? t('needed') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit">{t('save')}</Button>
        </DialogButtons>
      </form>
    </Modal>
  );
}
