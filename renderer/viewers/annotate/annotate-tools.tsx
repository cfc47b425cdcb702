import { IconCursorText, IconHighlight, IconNote, IconSquareDashed } from '@tabler/icons-react';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import { useText } from '../../components/use-text';
import { ToolButton } from '../reader/tool-button';
import type { ReadingCursor } from './reading-cursor';
import type { Surface } from './surface';
import type { Annotator } from './use-annotator';

interface Props {
  readonly annotator: Annotator;
  readonly surface: Surface;
  readonly cursor: ReadingCursor;
}

/** The tools for annotations among those of the reader. */
export function AnnotateTools({ annotator, surface, cursor }: Props): React.JSX.Element {
  const t = useText(annotateTexts);
  const pageNote = (): void => {
    const hash = annotator.item.file?.hash ?? null;
    const anchor = { hash, page: surface.page, quote: null, position: null, rects: [] };
    void annotator.create('page', anchor, { write: true });
  };
  return (
    <>
      <ToolButton label={t('cursor')} pressed={cursor.isOn} onClick={cursor.toggle}>
        <IconCursorText size={17} aria-hidden />
      </ToolButton>
      {surface.hasPages && (
        <ToolButton
          label={t('area')}
          pressed={annotator.isDrawing}
          onClick={() => annotator.setDrawing(!annotator.isDrawing)}
        >
          <IconSquareDashed size={17} aria-hidden />
        </ToolButton>
      )}
      <ToolButton label={t(surface.hasPages ? 'pageNote' : 'documentNote')} onClick={pageNote}>
        <IconNote size={17} aria-hidden />
      </ToolButton>
      <ToolButton
        label={t('paneButton')}
        pressed={annotator.isOpen}
        onClick={() => annotator.setOpen(!annotator.isOpen)}
      >
        <IconHighlight size={17} aria-hidden />
      </ToolButton>
    </>
  );
}
