import { Button, Modal, Select, Textarea, TextInput, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { grantableRoles, type GrantableRole } from '../../../shared/access/role';
import { accessTexts } from '../../../shared/messages/ui/access';
import { copyText } from '../../components/copy-text';
import { DialogButtons } from '../../components/dialog-buttons';
import { useReturnFocus } from '../../components/use-return-focus';
import { useText } from '../../components/use-text';
import { focusPane } from '../../state/search';
import classes from './access.module.css';
import { useAccessCommand, type OfSpace } from './parts';

/** A link for one person, the shorter way in. */
export function Invite({ id }: OfSpace): React.JSX.Element {
  const t = useText(accessTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes['buttons']}>
      <Button variant="default" size="compact-md" onClick={() => setOpen(true)}>
        {t('invite')}
      </Button>
      {isOpen && <InviteDialog id={id} onClose={() => setOpen(false)} />}
    </div>
  );
}

function InviteDialog({ id, onClose }: OfSpace & { readonly onClose: () => void }): React.JSX.Element {
  useReturnFocus(() => focusPane('detail'));
  const t = useText(accessTexts);
  const [whom, setWhom] = useState('');
  const [role, setRole] = useState<GrantableRole>('read');
  const [link, setLink] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  const invite = useAccessCommand('access.invite');
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (whom.trim() !== '') invite.run({ id, role, whom: whom.trim() }, (made) => setLink(made.link));
  };
  const copy = (text: string): void => {
    copyText(text);
    setCopied(true);
  };
  return (
    <Modal opened onClose={onClose} title={t('inviteTitle')}>
      <form className={classes['form']} onSubmit={submit}>
        <p>{t('inviteText')}</p>
        <TextInput
          label={t('inviteWhom')}
          value={whom}
          maxLength={200}
          required
          readOnly={link !== null}
          data-autofocus
          onChange={(event) => setWhom(event.currentTarget.value)}
        />
        <Select
          label={t('inviteRole')}
          description={t(`means.${role}`)}
          data={grantableRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={role}
          allowDeselect={false}
          readOnly={link !== null}
          onChange={(value) => setRole((value ?? 'read') as GrantableRole)}
        />
        {link !== null && <Textarea label={t('inviteLink')} value={link} readOnly autosize maxRows={5} />}
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
          {link === null ? (
            <Button type="submit" loading={invite.isPending}>
              {t('inviteMake')}
            </Button>
          ) : (
            <Button onClick={() => copy(link)}>{t(isCopied ? 'inviteCopied' : 'inviteCopy')}</Button>
          )}
          <VisuallyHidden role="status">{isCopied && t('inviteCopied')}</VisuallyHidden>
        </DialogButtons>
      </form>
    </Modal>
  );
}
