import { Button, Checkbox, Modal, Select, Skeleton, Textarea } from '@mantine/core';
import { useState } from 'react';
import { accessTexts } from '../../../shared/messages/ui/access';
import type { AccessRequest } from '../../../shared/model/access';
import { useAsk } from '../../bridge/queries';
import { DialogButtons } from '../../components/dialog-buttons';
import { useFormat } from '../../components/format';
import { useReturnFocus } from '../../components/use-return-focus';
import { useText } from '../../components/use-text';
import { focusPane } from '../../state/search';
import classes from './access.module.css';
import { Invite } from './invite';
import { Section, useAccessCommand, Words, type OfSpace } from './parts';
import { dayFromNow, RightsFields, type Rights } from './rights-form';

/** Who asks to be let in, for a coordinator. */
export function Requests({ id }: OfSpace): React.JSX.Element {
  const t = useText(accessTexts);
  const requests = useAsk('access.requests', { id }).data;
  return (
    <Section title={t('requests')} {...(requests?.length === 0 ? { text: t('requestsNone') } : {})}>
      {requests === undefined && <Skeleton height={20} />}
      <Invite id={id} />
      {requests !== undefined && requests.length > 0 && (
        <ul className={classes['requests']}>
          {requests.map((request) => (
            <Request key={request.device} id={id} request={request} />
          ))}
        </ul>
      )}
    </Section>
  );
}

interface OneRequest extends OfSpace {
  readonly request: AccessRequest;
}

function Request({ id, request }: OneRequest): React.JSX.Element {
  const t = useText(accessTexts);
  const format = useFormat();
  const [dialog, setDialog] = useState<'let' | 'decline' | null>(null);
  const { name, organisation, role, reason, at, known } = request;
  const close = (): void => setDialog(null);
  return (
    <li>
      <h3>{[name, organisation].filter(Boolean).join(' · ')}</h3>
      <span className={classes['soft']}>
        {t('requestAsks', { role: t(`role.${role}`) })} · {format.dateTime(at)}
      </span>
      <blockquote>{reason}</blockquote>
      {known !== null && <p className={classes['quiet']}>{t('requestKnown', { name: known })}</p>}
      <div className={classes['buttons']}>
        <Button size="compact-md" onClick={() => setDialog('let')}>
          {t('let')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => setDialog('decline')}>
          {t('decline')}
        </Button>
      </div>
      {dialog === 'let' && <LetIn id={id} request={request} onClose={close} />}
      {dialog === 'decline' && <Decline id={id} request={request} onClose={close} />}
    </li>
  );
}

const usualDays = 30;

function LetIn({ id, request, onClose }: OneRequest & { readonly onClose: () => void }): React.JSX.Element {
  useReturnFocus(() => focusPane('detail'));
  const t = useText(accessTexts);
  const { name, device, words, role, invitation } = request;
  const [rights, setRights] = useState<Rights>({ role, until: dayFromNow(usualDays), reason: '' });
  const [isCompared, setCompared] = useState(invitation !== null);
  const [tried, setTried] = useState(false);
  const [member, setMember] = useState<string | null>(null);
  const members = (useAsk('access.members', { id }).data ?? []).filter((each) => each.role !== 'none');
  const grant = useAccessCommand('access.grant');
  const grantDevice = useAccessCommand('access.grantDevice');
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isCompared) return;
    if (member !== null) grantDevice.run({ id, device, member }, onClose);
    else grant.run({ id, device, ...rights, until: rights.until === '' ? null : rights.until }, onClose);
  };
  return (
    <Modal opened onClose={onClose} title={t('letTitle', { name })}>
      <form className={classes['form']} onSubmit={submit}>
        {invitation !== null && <p>{t('invited', { whom: invitation })}</p>}
        <div hidden={invitation !== null}>
          <p>{t('compare', { name })}</p>
          <Words label={t('requestWords', { name })} words={words} />
          <Checkbox
            label={t('compareBox')}
            checked={isCompared}
            error={tried && !isCompared ? t('compareNeeded') : undefined}
            onChange={(event) => setCompared(event.currentTarget.checked)}
          />
        </div>
        <Select
          label={t('secondDevice')}
          description={t('secondDeviceHint')}
          placeholder={t('newMember')}
          data={members.map((each) => ({ value: each.id, label: each.name === '' ? t('nameless') : each.name }))}
          value={member}
          clearable
          onChange={setMember}
        />
        {member === null && <RightsFields rights={rights} onChange={setRights} />}
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={grant.isPending || grantDevice.isPending}>
            {t('letDo')}
          </Button>
        </DialogButtons>
      </form>
    </Modal>
  );
}

function Decline({ id, request, onClose }: OneRequest & { readonly onClose: () => void }): React.JSX.Element {
  useReturnFocus(() => focusPane('detail'));
  const t = useText(accessTexts);
  const { name, device } = request;
  const [reason, setReason] = useState('');
  const decline = useAccessCommand('access.decline');
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    decline.run({ id, device, reason: reason.trim() }, onClose);
  };
  return (
    <Modal opened onClose={onClose} title={t('declineTitle', { name })} size="sm">
      <form className={classes['form']} onSubmit={submit}>
        <Textarea
          label={t('reasonShort')}
          description={t('declineHint', { name })}
          value={reason}
          maxLength={2_000}
          autosize
          minRows={2}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={decline.isPending}>
            {t('declineDo')}
          </Button>
        </DialogButtons>
      </form>
    </Modal>
  );
}
