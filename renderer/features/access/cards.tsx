import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { accessTexts } from '../../../shared/messages/ui/access';
import { useAsk } from '../../bridge/queries';
import { useText } from '../../components/use-text';
import classes from './access.module.css';
import { Section, useAccessCommand, type OfSpace } from './parts';

const mostItems = 500;
const everything = {
  text: '',
  group: null,
  collection: null,
  view: 'all',
  sort: 'title',
  descending: false,
  offset: 0,
  limit: mostItems,
} as const;

/** What is shown to those outside: nothing, until somebody chooses a card here. */
export function ShownCards({ id }: OfSpace): React.JSX.Element {
  const t = useText(accessTexts);
  const cards = useAsk('access.cards', { id }).data ?? [];
  const hide = useAccessCommand('access.hideCard');
  return (
    <Section title={t('shown')} text={t('shownText')}>
      {cards.length === 0 && <p>{t('shownNone')}</p>}
      {cards.length > 0 && (
        <ul className={classes['aside']}>
          {cards.map(({ id: card, title, owner, mine }) => (
            <li key={`${card} ${owner}`}>
              <div>
                <h3>{title}</h3>
                <span className={classes['soft']}>{owner}</span>
              </div>
              {mine && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('hideThis', { title })}
                  disabled={hide.isPending}
                  onClick={() => hide.run({ id, card })}
                >
                  {t('hide')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ChooseCard id={id} />
    </Section>
  );
}

function ChooseCard({ id }: OfSpace): React.JSX.Element {
  const t = useText(accessTexts);
  const [item, setItem] = useState<string | null>(null);
  const show = useAccessCommand('access.showCard');
  const rows = useAsk('items.query', { query: { ...everything, filters: { space: [id] } }, mode: 'quick' });
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (item !== null) show.run({ id, item: item as ItemId }, () => setItem(null));
  };
  return (
    <form className={classes['choose']} onSubmit={submit}>
      <Select
        label={t('showWhich')}
        placeholder={t('showPick')}
        data={(rows.data?.rows ?? []).map((row) => ({ value: row.id, label: row.title }))}
        value={item}
        searchable
        clearable
        onChange={setItem}
      />
      <Button type="submit" variant="default" disabled={item === null} loading={show.isPending}>
        {t('show')}
      </Button>
    </form>
  );
}
