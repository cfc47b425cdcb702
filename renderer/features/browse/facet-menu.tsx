import { Menu, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { resultTexts } from '../../../shared/messages/ui/browse';
import { fold } from '../../../shared/search/fold';
import type { Facet } from '../../../shared/search/item-query';
import { useFormat } from '../../components/format';
import { useText } from '../../components/use-text';
import { toggleFilter } from '../../state/view';
import classes from './chips.module.css';
import { useFacetLabels } from './use-facet-labels';

const searchFrom = 9;
const maxShown = 200;

/** A chip with the values of one facet, how many items have each, and a search field when there are many. */
export function FacetMenu({ facet: { field, values } }: { facet: Facet }): React.JSX.Element {
  const t = useText(resultTexts);
  const labels = useFacetLabels();
  const format = useFormat();
  const [find, setFind] = useState('');
  const wanted = fold(find);
  const named = values.map((each) => ({ ...each, name: labels.value(field, each.value) }));
  const shown = named.filter(({ name }) => fold(name).includes(wanted)).slice(0, maxShown);
  return (
    <Menu shadow="md" width={290} position="bottom-start" closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton className={classes['chip'] ?? ''}>
          {labels.field(field)} <IconChevronDown size={12} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {values.length >= searchFrom && (
          <Menu.Search
            placeholder={t('findValue')}
            aria-label={t('findValue')}
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
        )}
        <ScrollArea.Autosize mah={340} type="auto">
          {shown.map(({ value, name, count, selected }) => (
            <Menu.CheckboxItem
              key={value}
              checked={selected}
              onChange={() => toggleFilter(field, value)}
              rightSection={
                <Text component="span" size="xs" c="var(--muted)">
                  {format.number(count)}
                </Text>
              }
            >
              {name}
            </Menu.CheckboxItem>
          ))}
          {shown.length === 0 && (
            <Text size="sm" p="xs" c="var(--muted)">
              {t('noValue')}
            </Text>
          )}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
