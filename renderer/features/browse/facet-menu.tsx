import { Checkbox, Popover, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { resultTexts } from '../../../shared/messages/ui/browse';
import { fold } from '../../../shared/search/fold';
import type { Facet } from '../../../shared/search/item-query';
import { useFormat } from '../../components/format';
import { useArrowKeys } from '../../components/use-arrow-keys';
import { useOpensAtOnce } from '../../components/use-opens-at-once';
import { useText } from '../../components/use-text';
import { toggleFilter } from '../../state/view';
import classes from './chips.module.css';
import { FacetChip } from './facet-chip';
import { useFacetLabels } from './use-facet-labels';

const searchFrom = 9;
const maxShown = 200;

/** The chip of a facet with its values, how many items have each, and a search field when there are many. It opens when it is first shown. */
export function FacetMenu({ facet }: { readonly facet: Facet }): React.JSX.Element {
  const { target, isOpen, setOpen } = useOpensAtOnce();
  return (
    <Popover
      shadow="md"
      width={290}
      position="bottom-start"
      trapFocus
      returnFocus
      opened={isOpen}
      onChange={setOpen}
      classNames={{ dropdown: classes['dropdown'] ?? '' }}
    >
      <Popover.Target>
        <FacetChip ref={target} facet={facet} onClick={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown>
        <Values facet={facet} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Values({ facet: { field, values } }: { readonly facet: Facet }): React.JSX.Element {
  const t = useText(resultTexts);
  const labels = useFacetLabels();
  const format = useFormat();
  const arrowKeys = useArrowKeys();
  const list = useRef<HTMLDivElement>(null);
  const [find, setFind] = useState('');
  const wanted = fold(find);
  const named = values.map((each) => ({ ...each, name: labels.value(field, each.value) }));
  const shown = named.filter(({ name }) => fold(name).includes(wanted)).slice(0, maxShown);
  return (
    <>
      {values.length >= searchFrom && (
        <TextInput
          size="xs"
          placeholder={t('findValue')}
          aria-label={t('findValue')}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
          onKeyDown={({ key }) => key === 'ArrowDown' && list.current?.querySelector('input')?.focus()}
        />
      )}
      <div className={classes['values']} ref={list} onKeyDown={arrowKeys}>
        {shown.map(({ value, name, count, selected }) => (
          <Checkbox
            key={value}
            data-entry
            size="xs"
            classNames={{ root: classes['value'] ?? '', labelWrapper: classes['label'] ?? '' }}
            checked={selected}
            onChange={() => toggleFilter(field, value)}
            label={
              <>
                {name} <span>{format.number(count)}</span>
              </>
            }
          />
        ))}
        {shown.length === 0 && (
          <Text size="sm" p="xs" c="var(--muted)">
            {t('noValue')}
          </Text>
        )}
      </div>
    </>
  );
}
