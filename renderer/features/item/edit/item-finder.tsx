import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { itemTexts } from '../../../../shared/messages/ui/item';
import type { PaletteHit } from '../../../../shared/search/item-query';
import { useAsk } from '../../../bridge/queries';
import { useLabels } from '../../../components/labels';
import { TypeIcon } from '../../../components/type-icon';
import { useText } from '../../../components/use-text';
import classes from './item-finder.module.css';

interface Props {
  readonly label: string;
  /** Items that are not offered. */
  readonly taken: ReadonlySet<string>;
  /** Only items of these types; all when left out. */
  readonly types?: readonly string[];
  readonly onFound: (hit: PaletteHit) => void;
}

/** Finds an item by a part of its title, also with a typo. */
export function ItemFinder({ label, taken, types, onFound }: Props): React.JSX.Element {
  const t = useText(itemTexts);
  const labels = useLabels();
  const [text, setText] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const typed = text.trim();
  const found =
    useAsk(
      'palette.find',
      { text: typed, limit: types === undefined ? 12 : 50 },
      { enabled: typed !== '', keepLast: true },
    ).data ?? [];
  const hits = found.filter(({ id, type }) => !taken.has(id) && (types?.includes(type) ?? true)).slice(0, 8);
  const choose = (id: string): void => {
    const hit = hits.find((each) => each.id === id);
    if (hit === undefined) return;
    setText('');
    combobox.closeDropdown();
    onFound(hit);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          label={label}
          placeholder={t('relationFind')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onKeyDown={(event) => {
            // The first hit is not chosen yet when it came in after the last key; a form around it is not meant either.
            if (event.key !== 'Enter' || typed === '' || combobox.getSelectedOptionIndex() >= 0) return;
            event.preventDefault();
            if (hits[0] !== undefined) choose(hits[0].id);
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed === ''}>
        <Combobox.Options aria-label={label}>
          {hits.map(({ id, type, title }) => (
            <Combobox.Option key={id} value={id}>
              <span className={classes['hit']}>
                <TypeIcon type={type} />
                <span>{title}</span>
                <span className={classes['type']}>{labels.type(type)}</span>
              </span>
            </Combobox.Option>
          ))}
          {hits.length === 0 && <Combobox.Empty>{t('relationNone')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
