import { Portal, Tooltip } from '@mantine/core';
import { IconMapPin, IconMessage, IconStrikethrough, IconUnderline } from '@tabler/icons-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import { annotationColours, type AnnotationColour, type AnnotationKind } from '../../../shared/model/annotation';
import { useText } from '../../components/use-text';
import classes from './selection-toolbar.module.css';
import type { Chosen, Surface } from './surface';
import type { Annotator } from './use-annotator';
import { useColourName } from './use-mark-label';

interface Props {
  readonly annotator: Annotator;
  readonly surface: Surface;
  /** Gets the focus when a key asks for the toolbar. */
  readonly toolbar: RefObject<HTMLDivElement | null>;
  /** What was chosen has been used. */
  readonly onUsed: () => void;
}

/** Beside the words that are selected: what can be done with them. Nothing is selected, nothing is there. */
export function SelectionToolbar({ annotator, surface, toolbar, onUsed }: Props): React.JSX.Element | null {
  const t = useText(annotateTexts);
  const colourName = useColourName();
  const chosen = useChosen(surface);
  if (chosen === null) return null;

  const used = (): void => {
    window.getSelection()?.removeAllRanges();
    onUsed();
  };
  const make = (kind: AnnotationKind, colour?: AnnotationColour): void => {
    const options = { write: kind === 'note', more: chosen.more, ...(colour === undefined ? {} : { colour }) };
    void annotator
      .create(kind, chosen.anchor, options)
      .then(() => kind !== 'note' && surface.scroller.current?.focus({ preventScroll: true }));
    used();
  };
  const placeHere = (): void => {
    if (annotator.placing === null) return;
    void annotator.place(annotator.placing.id, chosen.anchor);
    annotator.setPlacing(null);
    used();
  };
  return (
    <Portal>
      <div
        ref={toolbar}
        className={classes['toolbar']}
        role="toolbar"
        aria-label={t('toolbar')}
        style={spotOf(chosen)}
        // The selection must outlive the press of a button.
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={(event) => walk(event, () => surface.scroller.current?.focus({ preventScroll: true }))}
      >
        {annotator.placing !== null ? (
          <button type="button" className={classes['wide']} onClick={placeHere}>
            <IconMapPin size={16} aria-hidden /> {t(chosen.more.length === 0 ? 'placeHere' : 'placeFirst')}
          </button>
        ) : (
          <>
            {annotationColours.map((colour) => (
              <Tool
                key={colour}
                label={t('highlightIn', { colour: colourName(colour) })}
                onPress={() => make('highlight', colour)}
              >
                <span
                  className={classes['dot']}
                  data-colour={colour}
                  data-last={colour === annotator.colour || undefined}
                />
              </Tool>
            ))}
            <span className={classes['line']} />
            <Tool label={t('underline')} onPress={() => make('underline')}>
              <IconUnderline size={17} aria-hidden />
            </Tool>
            <Tool label={t('strike')} onPress={() => make('strike')}>
              <IconStrikethrough size={17} aria-hidden />
            </Tool>
            <Tool label={t('note')} onPress={() => make('note')}>
              <IconMessage size={17} aria-hidden />
            </Tool>
            {chosen.more.length > 0 && (
              <span className={classes['pages']}>{t('overPages', { n: chosen.more.length + 1 })}</span>
            )}
          </>
        )}
      </div>
    </Portal>
  );
}

function Tool({
  label,
  onPress,
  children,
}: {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  return (
    <Tooltip label={label} openDelay={400} withinPortal zIndex={500}>
      <button type="button" className={classes['tool']} aria-label={label} onClick={onPress}>
        {children}
      </button>
    </Tooltip>
  );
}

/** Left and right walk through the buttons, Escape goes back to the text. */
function walk(event: React.KeyboardEvent<HTMLDivElement>, back: () => void): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (event.key === 'Escape') back();
  else if (step !== 0) buttons[(here + step + buttons.length) % buttons.length]?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

const size = { width: 290, height: 44 };

function spotOf({ spot }: Chosen): { left: number; top: number } {
  const left = Math.max(8, Math.min(spot.right - size.width / 2, window.innerWidth - size.width - 8));
  const below = spot.bottom + 8 + size.height < window.innerHeight;
  return { left, top: below ? spot.bottom + 8 : Math.max(8, spot.top - size.height - 8) };
}

/** What is selected once the pointer is up, followed as the document scrolls. */
function useChosen(surface: Surface): Chosen | null {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const down = useRef(false);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (!down.current) setChosen(surface.chosen());
      });
    };
    const press = (): void => void (down.current = true);
    const release = (): void => {
      down.current = false;
      look();
    };
    const { current } = surface.scroller;
    look();
    document.addEventListener('selectionchange', look);
    document.addEventListener('pointerup', release);
    // Words that are dragged away end the press without letting go.
    document.addEventListener('pointercancel', release);
    current?.addEventListener('pointerdown', press);
    current?.addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
      current?.removeEventListener('pointerdown', press);
      current?.removeEventListener('scroll', look);
    };
  }, [surface]);
  return chosen;
}
