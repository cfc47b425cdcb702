import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { viewerTexts } from '../../../shared/messages/ui/viewer';
import { useText } from '../../components/use-text';
import type { Place } from '../../state/view';
import type { Finder, Pages, Zoom } from './find';
import { FindBar } from './find-bar';
import classes from './reader.module.css';
import { readerKeys } from './reader-keys';
import { Toolbar } from './toolbar';

interface ReaderProps {
  readonly place: Place | null;
  readonly zoom: Zoom;
  /** Null for a document that has no pages to number. */
  readonly pages: Pages | null;
  readonly finder: Finder;
  readonly side: ReactNode;
  readonly notice?: string | null;
  /** What scrolls: it gets the focus back when the find bar closes. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** Toolbar, find bar, side panel and keys: the frame around a document of any kind. */
export function Reader({
  place,
  zoom,
  pages,
  finder,
  side,
  notice = null,
  scroller,
  children,
}: ReaderProps): React.JSX.Element {
  const t = useText(viewerTexts);
  const [sideOpen, setSideOpen] = useState(false);
  const find = useFindBar(finder, place, scroller);
  const onKeyDown = readerKeys({
    openFind: find.open,
    closeFind: find.isOpen ? find.close : null,
    step: find.isOpen ? finder.step : null,
    zoom,
  });
  return (
    <div className={classes['reader']} onKeyDown={onKeyDown}>
      <Toolbar
        zoom={zoom}
        pages={pages}
        sideOpen={sideOpen}
        findOpen={find.isOpen}
        onSide={() => setSideOpen(!sideOpen)}
        onFind={find.isOpen ? find.close : find.open}
      />
      {find.isOpen && (
        <FindBar
          finder={find.waiting ? { ...finder, total: 0, busy: true } : finder}
          text={find.text}
          fieldRef={find.field}
          onType={find.type}
          onClose={find.close}
        />
      )}
      {notice !== null && <p className={classes['notice']}>{notice}</p>}
      <div className={classes['body']}>
        {sideOpen && (
          <nav className={classes['side']} aria-label={t('sidePanel')}>
            {side}
          </nav>
        )}
        {children}
      </div>
    </div>
  );
}

interface FindBarState {
  readonly isOpen: boolean;
  readonly text: string;
  /** What was typed has not been looked for yet. */
  readonly waiting: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly open: () => void;
  readonly close: () => void;
  readonly type: (text: string) => void;
}

/** A long text is not searched again for every key. */
const typingPauseMs = 150;

/** The find bar opens by itself on a document that a search led to, with the words of that search. */
function useFindBar(finder: Finder, place: Place | null, scroller: RefObject<HTMLElement | null>): FindBarState {
  const field = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [waiting, setWaiting] = useState(false);
  const { look } = finder;
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(typing.current), []);

  useEffect(() => {
    if (place?.find == null || place.find.trim() === '') return;
    setOpen(true);
    setText(place.find);
    look({ text: place.find, searched: true, page: place.page });
  }, [place, look]);

  const open = (): void => {
    setOpen(true);
    if (!isOpen && text.trim() !== '') look({ text, searched: false });
    // The field is there after this render.
    requestAnimationFrame(() => field.current?.select());
  };
  const close = (): void => {
    clearTimeout(typing.current);
    setWaiting(false);
    setOpen(false);
    look({ text: '', searched: false });
    scroller.current?.focus({ preventScroll: true });
  };
  const type = (next: string): void => {
    setText(next);
    clearTimeout(typing.current);
    setWaiting(true);
    typing.current = setTimeout(() => {
      setWaiting(false);
      look({ text: next, searched: false });
    }, typingPauseMs);
  };
  return { isOpen, text, waiting, field, open, close, type };
}
