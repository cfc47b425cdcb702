import { Skeleton } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { spacePageTexts } from '../../../../shared/messages/ui/space-page';
import type { SpaceStatus } from '../../../../shared/model/sync';
import { useAsk } from '../../../bridge/queries';
import { useText } from '../../../components/use-text';
import classes from '../space-page.module.css';
import { Section } from './section';

/** Who has written in a space, by name and organisation. */
export function Participants({ space: { id } }: { readonly space: SpaceStatus }): React.JSX.Element {
  const t = useText(spacePageTexts);
  const people = useAsk('spaces.participants', { id }).data;
  const isAlone = people !== undefined && people.every(({ self }) => self);
  return (
    <Section title={t('participants')} text={isAlone ? t('onlyYou') : t('participantsText')}>
      {people === undefined ? (
        <Skeleton height={20} />
      ) : (
        <ul className={classes['people']}>
          {people.map(({ device, name, organisation, self }) => (
            <li key={device}>
              <IconUser size={15} aria-hidden />
              <span>
                <b>{name === '' ? t(self ? 'youAlone' : 'nameless') : name}</b>
                {self && name !== '' && ` (${t('you')})`}
                {organisation !== '' && <span className={classes['soft']}> · {organisation}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
