import { Anchor } from '@mantine/core';
import type { ItemBrief } from '../../../shared/model/insight';
import { curatingTexts } from '../../../shared/messages/ui/curating';
import { useLabels } from '../../components/labels';
import { TypeIcon } from '../../components/type-icon';
import { useText } from '../../components/use-text';
import { openItem } from '../../state/view';
import classes from './curating.module.css';

interface Props {
  readonly first: ItemBrief;
  readonly second: ItemBrief;
  readonly isFirst: boolean;
  readonly onKey?: (event: React.KeyboardEvent) => void;
  readonly children: React.ReactNode;
}

/** Two items side by side with what is to be decided about them. The line itself takes the focus, so that keys can decide. */
export function PairLine({ first, second, isFirst, onKey, children }: Props): React.JSX.Element {
  const t = useText(curatingTexts);
  const name = (item: ItemBrief): string => (item.title === '' ? t('untitled') : item.title);
  return (
    <li>
      <div
        className={classes['pair']}
        role="group"
        tabIndex={0}
        data-entry
        data-pane-focus={isFirst || undefined}
        aria-label={t('judgePair', { first: name(first), second: name(second) })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.target === event.currentTarget) openItem(first.id);
          onKey?.(event);
        }}
      >
        <div className={classes['titles']}>
          <Title item={first} name={name(first)} />
          <Title item={second} name={name(second)} />
        </div>
        {children}
      </div>
    </li>
  );
}

function Title({ item, name }: { readonly item: ItemBrief; readonly name: string }): React.JSX.Element {
  const labels = useLabels();
  return (
    <span>
      <TypeIcon type={item.type} size={15} />
      <span>
        <Anchor component="button" type="button" ta="left" onClick={() => openItem(item.id)}>
          {name}
        </Anchor>{' '}
        <span className={classes['meta']}>{[labels.type(item.type), ...item.regions].join(' · ')}</span>
      </span>
    </span>
  );
}

/** Keeps the keyboard in the list when the line it is on goes: the next one takes the focus, or the one before. */
export function focusNext(event: React.KeyboardEvent | null): void {
  const line = event?.currentTarget.closest('li') ?? document.activeElement?.closest('li');
  const next = line?.nextElementSibling ?? line?.previousElementSibling;
  next?.querySelector<HTMLElement>('[data-entry]')?.focus();
}
