import { CloseButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { itemTexts } from '../../../shared/messages/ui/item';
import { useAsk } from '../../bridge/queries';
import { useText } from '../../components/use-text';
import { closeItem, openItem, view } from '../../state/view';
import classes from './open-tabs.module.css';

/** The open items. A list, not ARIA tabs, because each has a close button beside its name. */
export function OpenTabs(): React.JSX.Element | null {
  const t = useText(itemTexts);
  const open = view.use((state) => state.open);
  const active = view.use(({ active: id, spacePage, scopePage }) => (spacePage === null && !scopePage ? id : null));
  const list = useRef<HTMLUListElement>(null);
  const ids = open.map((item) => item.id);
  const isShown = open.length > 1 || open.some((item) => item.kept);
  const titles = useAsk('items.titles', { ids }, { keepLast: true, enabled: isShown }).data;
  const count = open.length;
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, count]);
  if (!isShown) return null;

  const move = (index: number): void => {
    const next = open[(index + open.length) % open.length];
    if (next === undefined) return;
    openItem(next.id, { place: next.place });
    list.current?.querySelectorAll<HTMLButtonElement>('button[data-tab]')[open.indexOf(next)]?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent, index: number): void => {
    const steps: Record<string, () => void> = {
      ArrowRight: () => move(index + 1),
      ArrowLeft: () => move(index - 1),
      Home: () => move(0),
      End: () => move(open.length - 1),
      Delete: () => ids[index] !== undefined && closeItem(ids[index]),
    };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    step();
  };

  return (
    <ul ref={list} className={classes['strip']} aria-label={t('openItems')}>
      {open.map(({ id, kept, place }, index) => {
        const title = titles?.find((item) => item.id === id)?.title || t('untitled');
        const isActive = id === active;
        return (
          <li
            key={id}
            data-active={isActive || undefined}
            onAuxClick={(event) => event.button === 1 && closeItem(id)}
            onMouseDown={(event) => event.button === 1 && event.preventDefault()}
          >
            <button
              data-tab
              type="button"
              className={classes['name']}
              data-preview={!kept || undefined}
              aria-current={isActive ? 'true' : undefined}
              title={kept ? title : `${title} (${t('preview')})`}
              onClick={() => openItem(id, { place })}
              onDoubleClick={() => openItem(id, { keep: true, place })}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              {title}
            </button>
            <CloseButton size={24} iconSize={14} aria-label={t('closeTab', { title })} onClick={() => closeItem(id)} />
          </li>
        );
      })}
    </ul>
  );
}
