import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { resultTexts } from '../../../shared/messages/ui/browse';
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
  return (
    <Menu shadow="md" width={270} position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes['chip'] ?? ''}>
          {t('sortBy', { by: t(names[sort]) })} <IconChevronDown size={12} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={sort}
          onChange={(key) => view.set({ sort: key as SortKey, descending: key !== 'title', ...again })}
        >
          {keys.map((key) => (
            <Menu.RadioItem key={key} value={key} closeMenuOnClick>
              {capital(t(names[key]))}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {sort !== 'relevance' && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('order')}</Menu.Label>
            <Menu.RadioGroup
              value={descending ? 'down' : 'up'}
              onChange={(way) => view.set({ descending: way === 'down', ...again })}
            >
              <Menu.RadioItem value="down" closeMenuOnClick>
                {t('descending')}
              </Menu.RadioItem>
              <Menu.RadioItem value="up" closeMenuOnClick>
                {t('ascending')}
              </Menu.RadioItem>
            </Menu.RadioGroup>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
