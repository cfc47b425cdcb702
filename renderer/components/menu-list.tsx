import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { cloneElement } from 'react';
import type { ButtonMenuProps, MenuEntry } from './button-menu';
import classes from './menu-list.module.css';
import { useOpensAtOnce } from './use-opens-at-once';

const sign = { size: 16, 'aria-hidden': true } as const;

/** The menu of a `ButtonMenu`, which opens when it is first shown. */
export function MenuList({ button, entries, width, position = 'bottom-start' }: ButtonMenuProps): React.JSX.Element {
  const { target, isOpen, setOpen } = useOpensAtOnce();
  return (
    <Menu shadow="md" width={width} position={position} opened={isOpen} onChange={setOpen}>
      <Menu.Target>{cloneElement(button, { ref: target })}</Menu.Target>
      <Menu.Dropdown>
        {entries.map((entry, at) => (
          <Entry key={at} entry={entry} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Entry({ entry }: { entry: MenuEntry }): React.JSX.Element {
  if (entry === 'line') return <Menu.Divider />;
  if ('title' in entry) return <Menu.Label>{entry.title}</Menu.Label>;
  if ('options' in entry) {
    return (
      <Menu.RadioGroup value={entry.value} onChange={(value) => entry.onChoose(value)}>
        {entry.options.map(({ value, text }) => (
          <Menu.RadioItem key={value} value={value} {...(entry.closes === true ? { closeMenuOnClick: true } : {})}>
            {text}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    );
  }
  const { text, icon: Sign, keys, isOn, onChoose } = entry;
  return (
    <Menu.Item
      leftSection={Sign === undefined ? null : <Sign {...sign} />}
      rightSection={
        keys !== undefined ? (
          <span className={classes['keys']}>{keys}</span>
        ) : isOn === true ? (
          <IconCheck {...sign} />
        ) : null
      }
      {...(isOn === undefined ? {} : { role: 'menuitemcheckbox', 'aria-checked': isOn })}
      onClick={onChoose}
    >
      {text}
    </Menu.Item>
  );
}
