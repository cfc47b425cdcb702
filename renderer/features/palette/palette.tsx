import { Modal, TextInput, VisuallyHidden } from '@mantine/core';
import { IconChevronRight, IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { paletteTexts } from '../../../shared/messages/ui/palette';
import { useLabels } from '../../components/labels';
import { MarkedText } from '../../components/marked-text';
import { TypeIcon } from '../../components/type-icon';
import { useText } from '../../components/use-text';
import classes from './palette.module.css';
import { usePaletteOptions, type PaletteOption } from './use-palette-options';

/** One field for everything: items by title, people, terms and commands, however they are typed. */
export function Palette({ onClose }: { onClose: () => void }): React.JSX.Element {
  const t = useText(paletteTexts);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [entered, setEntered] = useState(false);
  const { options, settled } = usePaletteOptions(text);
  const list = useId();
  const here = Math.min(at, options.length - 1);
  const current = useRef<HTMLDivElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [here, options]);

  const choose = (option: PaletteOption | undefined): void => {
    if (option === undefined) return;
    // First away with this dialog, so that a command may open its own.
    onClose();
    option.run();
  };
  // Who types fast and presses Enter means what was typed, not what the list still shows.
  useEffect(() => {
    if (entered && settled) choose(options[here]);
  });
  const keyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + 6,
      PageUp: Math.max(0, here - 6),
    };
    const next = step[event.key];
    if (next !== undefined)
      setAt(
        next < 0
          ? options.length - 1
          : next >= options.length
            ? event.key === 'ArrowDown'
              ? 0
              : options.length - 1
            : next,
      );
    else if (event.key === 'Enter') setEntered(true);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size={620}
      padding={0}
      yOffset="9vh"
      aria-label={t('title')}
      transitionProps={{ duration: 80 }}
    >
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className={classes['field'] ?? ''}
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={list}
        aria-activedescendant={here >= 0 ? `${list}-${here}` : undefined}
        aria-label={t('title')}
        placeholder={t('placeholder')}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconSearch size={17} aria-hidden />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
          setEntered(false);
        }}
        onKeyDown={keyDown}
      />
      <div id={list} role="listbox" aria-label={t('title')} className={classes['list']} tabIndex={-1}>
        {groupsOf(options).map(({ kind, start, members }) => (
          <div key={kind} role="group" aria-label={t(headingOf(kind, text))}>
            {kind !== 'search' && (
              <div className={classes['heading']} role="presentation">
                {t(headingOf(kind, text))}
              </div>
            )}
            {members.map((option, i) => (
              <Option
                key={option.id}
                id={`${list}-${start + i}`}
                option={option}
                current={start + i === here}
                ref={start + i === here ? current : null}
                onChoose={() => choose(option)}
              />
            ))}
          </div>
        ))}
      </div>
      <div className={classes['foot']}>
        <span>{t('hint')}</span>
        <VisuallyHidden role="status">
          {settled ? (options.length === 1 ? t('foundOne') : t('foundMany', { n: options.length })) : ''}
        </VisuallyHidden>
      </div>
    </Modal>
  );
}

interface OptionProps {
  readonly id: string;
  readonly option: PaletteOption;
  readonly current: boolean;
  readonly ref: React.Ref<HTMLDivElement>;
  readonly onChoose: () => void;
}

function Option({ id, option, current, ref, onChoose }: OptionProps): React.JSX.Element {
  const labels = useLabels();
  return (
    <div id={id} ref={ref} role="option" aria-selected={current} className={classes['option']} onClick={onChoose}>
      {option.type !== null ? (
        <TypeIcon type={option.type} />
      ) : option.kind === 'search' ? (
        <IconSearch size={16} aria-hidden />
      ) : (
        <IconChevronRight size={16} aria-hidden />
      )}
      <span className={classes['title']}>
        <MarkedText text={option.title} marks={option.marks} />
      </span>
      {option.type !== null && <span className={classes['type']}>{labels.type(option.type)}</span>}
    </div>
  );
}

function headingOf(kind: PaletteOption['kind'], text: string): keyof typeof paletteTexts {
  return kind === 'item' ? (text.trim() === '' ? 'recent' : 'items') : kind === 'command' ? 'commands' : 'searchAll';
}

/** Neighbours of one kind, with the place of the first in the whole list. */
function groupsOf(
  options: readonly PaletteOption[],
): { kind: PaletteOption['kind']; start: number; members: PaletteOption[] }[] {
  const groups: { kind: PaletteOption['kind']; start: number; members: PaletteOption[] }[] = [];
  options.forEach((option, i) => {
    const last = groups.at(-1);
    if (last?.kind === option.kind) last.members.push(option);
    else groups.push({ kind: option.kind, start: i, members: [option] });
  });
  return groups;
}
