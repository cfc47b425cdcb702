import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import { viewerTexts } from '../../../shared/messages/ui/viewer';
import { useText } from '../../components/use-text';
import type { Place } from '../../state/view';
import { AnnotateTools } from '../annotate/annotate-tools';
import { AnnotationPane } from '../annotate/annotation-pane';
import { SelectionToolbar } from '../annotate/selection-toolbar';
import type { Surface } from '../annotate/surface';
import { useAnnotating } from '../annotate/use-annotating';
import type { Annotator } from '../annotate/use-annotator';
import type { Finder, Pages, Zoom } from './find';
import { FindBar } from './find-bar';
import classes from './reader.module.css';
import { readerKeys } from './reader-keys';
import { TermHover } from './term-hover';
import { TermsPanel } from './terms-panel';
import { Toolbar } from './toolbar';
import { useGlossary } from './use-glossary';

interface ReaderProps {
  readonly item: ItemId;
  readonly place: Place | null;
  readonly zoom: Zoom;
  /** Null for a document that has no pages to number. */
  readonly pages: Pages | null;
  readonly finder: Finder;
  readonly side: ReactNode;
  readonly notice?: string | null;
  /** What scrolls: it gets the focus back when the find bar closes. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly annotator: Annotator;
  readonly surface: Surface;
  readonly children: ReactNode;
}

/** Toolbar, find bar, side panel and keys: the frame around a document of any kind. */
export function Reader({
  item,
  place,
  zoom,
  pages,
  finder,
  side,
  notice = null,
  scroller,
  annotator,
  surface,
  children,
}: ReaderProps): React.JSX.Element {
  const t = useText(viewerTexts);
  const annotate = useText(annotateTexts);
  const [panel, setPanel] = useState<'side' | 'terms' | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const findTerms = useGlossary();
  const toggle = (wanted: 'side' | 'terms'): void => setPanel(panel === wanted ? null : wanted);
  const find = useFindBar(finder, place, scroller);
  const annotating = useAnnotating(annotator, surface, place);
  const readKey = readerKeys({
    openFind: find.open,
    closeFind: find.isOpen ? find.close : null,
    step: find.isOpen ? finder.step : null,
    zoom,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!annotating.press(event)) return readKey(event);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes['reader']} onKeyDown={onKeyDown}>
      <Toolbar
        zoom={zoom}
        pages={pages}
        panel={panel}
        findOpen={find.isOpen}
        onPanel={toggle}
        onFind={find.isOpen ? find.close : find.open}
      >
        <AnnotateTools annotator={annotator} surface={surface} cursor={annotating.cursor} />
      </Toolbar>
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
      {annotating.cursor.isOn && <p className={classes['help']}>{annotate('cursorHelp')}</p>}
      <div ref={body} className={classes['body']}>
        {panel === 'side' && (
          <nav className={classes['side']} aria-label={t('sidePanel')}>
            {side}
          </nav>
        )}
        {panel === 'terms' && (
          <section className={classes['side']} aria-label={t('terms')}>
            <TermsPanel item={item} find={findTerms} onShow={find.show} />
          </section>
        )}
        <div className={classes['document']} onClick={annotating.click}>
          {children}
        </div>
        {annotator.isOpen && <AnnotationPane annotator={annotator} surface={surface} handle={annotating.pane} />}
      </div>
      <SelectionToolbar
        annotator={annotator}
        surface={surface}
        toolbar={annotating.toolbar}
        onUsed={annotating.cursor.stop}
      />
      <VisuallyHidden role="status">{annotator.spoken}</VisuallyHidden>
      <TermHover area={body} find={findTerms} />
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
  /** Looks for this text from a page on. */
  readonly show: (text: string, page: number) => void;
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
    if (!isOpen && text.trim() !== '') look({ text, searched: text === place?.find });
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
  const show = (wanted: string, page: number): void => {
    setOpen(true);
    setText(wanted);
    look({ text: wanted, searched: false, page });
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
  return { isOpen, text, waiting, field, open, close, show, type };
}
