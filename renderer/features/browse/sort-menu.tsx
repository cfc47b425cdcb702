import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { resultTexts } from '../../../shared/messages/ui/browse';
import { ButtonMenu } from '../../components/button-menu';
import { useText } from '../../components/use-text';
import { view, type SortKey } from '../../state/view';
import classes from './chips.module.css';

const names = {
  relevance: 'sortRelevance',
  title: 'sortTitle',
  changed: 'sortChanged',
  created: 'sortCreated',
  year: 'sortYear',
} as const;

/** In which order the list stands. Each order starts the way people expect it: titles from A, times from the newest. */
export function SortMenu(): React.JSX.Element {
  const t = useText(resultTexts);
  const sort = view.use((state) => state.sort);
  const descending = view.use((state) => state.descending);
  const searching = view.use((state) => state.text.trim() !== '');
  const keys = (Object.keys(names) as SortKey[]).filter((key) => searching || key !== 'relevance');
  const again = { selected: [], cursor: null };
  const ways = {
    options: [
      { value: 'down', text: t('descending') },
      { value: 'up', text: t('ascending') },
    ],
    value: descending ? 'down' : 'up',
    closes: true,
    onChoose: (way: string) => view.set({ descending: way === 'down', ...again }),
  };
  return (
    <ButtonMenu
      width={270}
      button={
        <UnstyledButton className={classes['chip'] ?? ''}>
          {t('sortBy', { by: t(names[sort]) })} <IconChevronDown size={12} aria-hidden />
        </UnstyledButton>
      }
      entries={[
        {
          options: keys.map((key) => ({ value: key, text: capital(t(names[key])) })),
          value: sort,
          closes: true,
          onChoose: (key) => view.set({ sort: key as SortKey, descending: key !== 'title', ...again }),
        },
        ...(sort === 'relevance' ? [] : ['line' as const, { title: t('order') }, ways]),
      ]}
    />
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
