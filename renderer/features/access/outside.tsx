import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { GrantableRole } from '../../../shared/access/role';
import { accessTexts } from '../../../shared/messages/ui/access';
import type { AccessView, Card, OwnRequest } from '../../../shared/model/access';
import { useFormat } from '../../components/format';
import { useText } from '../../components/use-text';
import classes from './access.module.css';
import { Section, useAccessCommand, Words, type OfSpace } from './parts';

/** A closed space as one stands before it: whose it is, what it shows, and the way in. */
export function Outside({ id, look }: OfSpace & { readonly look: AccessView }): React.JSX.Element {
  const t = useText(accessTexts);
  const { owner, cards, words, asked, role } = look;
  const wasIn = role === 'none';
  const waits = asked !== null && asked.declined === null && !wasIn;
  return (
    <>
      <div className={classes['notice']}>
        <IconLock size={18} aria-hidden />
        <div>
          <h2>{t(wasIn ? 'leftTitle' : 'outsideTitle')}</h2>
          <p>{t(wasIn ? 'leftText' : 'outsideText')}</p>
          {owner !== null && <p>{t('owner', { owner })}</p>}
        </div>
      </div>
      {asked !== null && <Asked asked={asked} />}
      {waits ? <Again id={id} /> : <Ask id={id} />}
      <Cards cards={cards} />
      <Section title={t('spaceWords')} text={t('spaceWordsText')}>
        <Words label={t('spaceWords')} words={words} />
      </Section>
    </>
  );
}

function Asked({ asked }: { readonly asked: OwnRequest }): React.JSX.Element {
  const t = useText(accessTexts);
  const format = useFormat();
  const { declined, at, role, words } = asked;
  if (declined !== null)
    return (
      <Section title={t('declinedTitle')}>
        {declined.reason !== '' && <p>{t('declinedReason', { reason: declined.reason })}</p>}
      </Section>
    );
  return (
    <Section title={t('asked')} text={t('askedText', { when: format.dateTime(at), role: t(`role.${role}`) })}>
      <h3>{t('yourWords')}</h3>
      <p className={classes['quiet']}>{t('yourWordsText')}</p>
      <Words label={t('yourWords')} words={words} />
    </Section>
  );
}

function Again({ id }: OfSpace): React.JSX.Element {
  const t = useText(accessTexts);
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Ask id={id} />;
  return (
    <div className={classes['buttons']}>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('askAgain')}
      </Button>
    </div>
  );
}

const askable: readonly GrantableRole[] = ['read', 'annotate', 'edit'];

function Ask({ id }: OfSpace): React.JSX.Element {
  const t = useText(accessTexts);
  const [role, setRole] = useState<GrantableRole>('read');
  const [reason, setReason] = useState('');
  const [invitation, setInvitation] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useAccessCommand('access.ask');
  const isMissing = reason.trim() === '';
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isMissing) ask.run({ id, role, reason: reason.trim(), invitation: invitation.trim() });
  };
  return (
    <Section title={t('askTitle')}>
      <form className={classes['form']} onSubmit={submit}>
        <Select
          label={t('askRole')}
          data={askable.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={role}
          allowDeselect={false}
          onChange={(value) => setRole((value ?? 'read') as GrantableRole)}
        />
        <Textarea
          label={t('askReason')}
          description={t('askReasonHint')}
          value={reason}
          maxLength={2_000}
          autosize
          minRows={2}
          error={tried && isMissing ? t('askReasonNeeded') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          label={t('askInvitation')}
          description={t('askInvitationHint')}
          value={invitation}
          maxLength={4_000}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setInvitation(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" loading={ask.isPending}>
            {t('ask')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function Cards({ cards }: { readonly cards: readonly Card[] }): React.JSX.Element {
  const t = useText(accessTexts);
  return (
    <Section title={t('cards')} text={t(cards.length === 0 ? 'noCards' : 'cardsText')}>
      {cards.length > 0 && (
        <ul className={classes['cards']}>
          {cards.map(({ id, title, owner, status, byFounder }) => (
            <li key={id}>
              <h3>{title}</h3>
              <span className={classes['soft']}>
                {[owner, status, byFounder ? '' : t('cardUnsure')].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
