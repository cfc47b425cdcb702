import { Button, Modal, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { GrantableRole } from '../../../shared/access/role';
import { accessTexts } from '../../../shared/messages/ui/access';
import type { MemberLine } from '../../../shared/model/access';
import { useAsk } from '../../bridge/queries';
import { DialogButtons } from '../../components/dialog-buttons';
import { useFormat } from '../../components/format';
import { useReturnFocus } from '../../components/use-return-focus';
import { useText } from '../../components/use-text';
import { focusPane } from '../../state/search';
import classes from './access.module.css';
import { Section, useAccessCommand, type OfSpace } from './parts';
import { RightsFields, type Rights } from './rights-form';

interface Props extends OfSpace {
  readonly isCoordinator: boolean;
}

/** Who may do what, until when, since when and by whom. */
export function Members({ id, isCoordinator }: Props): React.JSX.Element {
  const t = useText(accessTexts);
  const members = useAsk('access.members', { id }).data;
  const [changing, setChanging] = useState<MemberLine | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  if (members === undefined)
    return (
      <Section title={t('members')}>
        <Skeleton height={20} />
      </Section>
    );
  const columns = ['name', 'roleColumn', 'untilColumn', 'sinceColumn', 'seenColumn'] as const;
  return (
    <Section title={t('members')}>
      <div className={classes['scroll']} role="region" aria-label={t('members')} tabIndex={0}>
        <table className={classes['table']}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
              {isCoordinator && <th scope="col">{t('actions')}</th>}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <Row key={member.id} member={member} onChange={isCoordinator ? () => setChanging(member) : null} />
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes['buttons']}>
        <Button variant="subtle" color="red" c="var(--danger)" onClick={() => setLeaving(true)}>
          {t('leave')}
        </Button>
      </div>
      {changing !== null && <ChangeDialog id={id} member={changing} onClose={() => setChanging(null)} />}
      {isLeaving && <LeaveDialog id={id} onClose={() => setLeaving(false)} />}
    </Section>
  );
}

function Row({
  member,
  onChange,
}: {
  readonly member: MemberLine;
  readonly onChange: (() => void) | null;
}): React.JSX.Element {
  const t = useText(accessTexts);
  const format = useFormat();
  const { name, organisation, role, until, ended, since, by, lastSeen, self } = member;
  const shown = name === '' ? t('nameless') : name;
  return (
    <tr data-gone={role === 'none' || undefined}>
      <td>
        <b>{shown}</b>
        {self && ` (${t('you')})`}
        {organisation !== '' && <div className={classes['soft']}>{organisation}</div>}
      </td>
      <td>{t(`role.${role}`)}</td>
      <td>
        {role === 'none' ? '–' : until === null ? t('noEnd') : format.date(until)}
        {ended && role !== 'none' && ` (${t('ended')})`}
      </td>
      <td>{since === '' ? '–' : t('sinceBy', { when: format.moment(since), name: by })}</td>
      <td>{lastSeen === null ? t('never') : format.moment(lastSeen)}</td>
      {onChange !== null && (
        <td>
          <Button size="compact-sm" variant="default" aria-label={t('change', { name: shown })} onClick={onChange}>
            {t('changeShort')}
          </Button>
        </td>
      )}
    </tr>
  );
}

interface DialogProps extends OfSpace {
  readonly onClose: () => void;
}

function ChangeDialog({ id, member, onClose }: DialogProps & { readonly member: MemberLine }): React.JSX.Element {
  useReturnFocus(() => focusPane('detail'));
  const t = useText(accessTexts);
  const { name, role, until } = member;
  const [rights, setRights] = useState<Rights>({
    role: role === 'none' ? 'read' : (role satisfies GrantableRole),
    until: until ?? '',
    reason: '',
  });
  const change = useAccessCommand('access.change');
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    change.run({ id, member: member.id, ...rights, until: rights.until === '' ? null : rights.until }, onClose);
  };
  const revoke = (): void =>
    change.run({ id, member: member.id, role: 'none', until: null, reason: rights.reason }, onClose);
  return (
    <Modal opened onClose={onClose} title={t('changeTitle', { name })}>
      <form className={classes['form']} onSubmit={submit}>
        <RightsFields rights={rights} onChange={setRights} />
        <Devices id={id} member={member} />
        {role !== 'none' && (
          <div>
            <p className={classes['soft']}>{t('revokeText', { name })}</p>
            <Button variant="default" c="var(--danger)" onClick={revoke}>
              {t('revoke')}
            </Button>
          </div>
        )}
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('save')}
          </Button>
        </DialogButtons>
      </form>
    </Modal>
  );
}

const markLength = 8;

/** Each with a button for when it is lost. A member's only device goes with their rights. */
function Devices({ id, member }: OfSpace & { readonly member: MemberLine }): React.JSX.Element {
  const t = useText(accessTexts);
  const format = useFormat();
  const drop = useAccessCommand('access.dropDevice');
  const [gone, setGone] = useState<readonly string[]>([]);
  const devices = member.devices.filter(({ device }) => !gone.includes(device));
  return (
    <fieldset className={classes['devices']}>
      <legend>{t('devices')}</legend>
      <p className={classes['soft']}>{t('devicesText')}</p>
      <ul>
        {devices.map(({ device, lastSeen, isSheet, isThis }) => {
          const mark = device.slice(0, markLength);
          return (
            <li key={device}>
              <span>
                {t(isSheet ? 'deviceSheet' : isThis ? 'deviceThis' : 'device', { mark })}
                <small>
                  {lastSeen === null ? t('deviceNever') : t('deviceSeen', { when: format.moment(lastSeen) })}
                </small>
              </span>
              {!isThis && (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={drop.isPending}
                  aria-label={t('deviceDropNamed', { mark })}
                  onClick={() => drop.run({ id, device, reason: '' }, () => setGone([...gone, device]))}
                >
                  {t('deviceDrop')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

function LeaveDialog({ id, onClose }: DialogProps): React.JSX.Element {
  useReturnFocus(() => focusPane('detail'));
  const t = useText(accessTexts);
  const leave = useAccessCommand('access.leave');
  return (
    <Modal opened onClose={onClose} title={t('leave')} size="sm">
      <p>{t('leaveText')}</p>
      <DialogButtons>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          bg="var(--danger)"
          c="var(--ground)"
          loading={leave.isPending}
          onClick={() => leave.run({ id }, onClose)}
        >
          {t('leaveDo')}
        </Button>
      </DialogButtons>
    </Modal>
  );
}
