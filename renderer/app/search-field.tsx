import { ActionIcon, Kbd, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { shellTexts } from '../../shared/messages/ui/shell';
import { useText } from '../components/use-text';
import { focusPane, setSearchText } from '../state/search';
import { openDialog, view } from '../state/view';
import classes from './header.module.css';

export const searchFieldId = 'search-field';

/** The one search field: it narrows the list as somebody types. */
export function SearchField(): React.JSX.Element {
  const t = useText(shellTexts);
  const text = view.use((state) => state.text);
  const keyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && text !== '') setSearchText('');
    else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') focusPane('list');
    else return;
    event.preventDefault();
  };
  return (
    <search className={classes['search']}>
      <TextInput
        id={searchFieldId}
        type="search"
        size="sm"
        aria-label={t('search')}
        placeholder={t('search')}
        value={text}
        maxLength={1_000}
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSectionWidth={text === '' ? 68 : 96}
        rightSection={
          <>
            {text !== '' && (
              <ActionIcon
                variant="subtle"
                size={24}
                c="var(--muted)"
                aria-label={t('clearSearch')}
                onClick={() => setSearchText('')}
              >
                <IconX size={14} />
              </ActionIcon>
            )}
            <UnstyledButton
              className={classes['palette'] ?? ''}
              aria-label={t('goTo')}
              title={t('goTo')}
              onClick={() => openDialog({ kind: 'palette' })}
            >
              <Kbd size="xs">Ctrl K</Kbd>
            </UnstyledButton>
          </>
        }
        onChange={(event) => setSearchText(event.currentTarget.value)}
        onKeyDown={keyDown}
      />
    </search>
  );
}
