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
  readonly onFound: (hit: PaletteHit) => void;
}

/** Finds an item by a part of its title, also with a typo. */
export function ItemFinder({ label, taken, onFound }: Props): React.JSX.Element {
  const t = useText(itemTexts);
  const labels = useLabels();
  const [text, setText] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const typed = text.trim();
  const found =
    useAsk('palette.find', { text: typed, limit: 12 }, { enabled: typed !== '', keepLast: true }).data ?? [];
  const hits = found.filter(({ id }) => !taken.has(id)).slice(0, 8);
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
