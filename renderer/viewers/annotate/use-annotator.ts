import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ItemId, SpaceId } from '../../../shared/base/ids';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import type { Anchor, Annotation, AnnotationColour, AnnotationKind } from '../../../shared/model/annotation';
import type { ItemDetail } from '../../../shared/model/views';
import { ask } from '../../bridge/client';
import { useAsk } from '../../bridge/queries';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { actionsOf, type AnnotationActions } from './annotation-actions';

/** What can be done with the annotations of a document, and which one is looked at. */
export interface Annotator extends AnnotationActions {
  readonly item: ItemDetail;
  readonly annotations: readonly Annotation[];
  readonly isLoading: boolean;
  readonly isOpen: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly active: ItemId | null;
  readonly activate: (id: ItemId | null) => void;
  /** As `activate`, with the pane beside it. */
  readonly show: (id: string) => void;
  /** An area is being drawn on the page in view. */
  readonly isDrawing: boolean;
  readonly setDrawing: (drawing: boolean) => void;
  /** The annotation whose comment is being written. */
  readonly writing: ItemId | null;
  readonly write: (id: ItemId | null) => void;
  /** The annotation that waits for a new place. */
  readonly placing: Annotation | null;
  readonly setPlacing: (annotation: Annotation | null) => void;
  readonly colour: AnnotationColour;
  /** Where new annotations go; null: the private space. */
  readonly space: SpaceId | null;
  readonly setSpace: (space: SpaceId | null) => void;
  /** What was said last to those who cannot see it. */
  readonly spoken: string;
  readonly say: (text: string) => void;
  readonly create: (kind: AnnotationKind, anchor: Anchor, options?: NewOptions) => Promise<void>;
  readonly run: (work: Promise<unknown>) => Promise<void>;
}

interface NewOptions {
  readonly colour?: AnnotationColour;
  readonly comment?: string;
  readonly replyTo?: Annotation;
  /** Where the words go on, on other pages. */
  readonly more?: readonly Anchor[];
  /** Opens the pane to write in. */
  readonly write?: boolean;
}

const none: readonly Annotation[] = [];

export function useAnnotator(item: ItemDetail): Annotator {
  const t = useText(annotateTexts);
  const labels = useLabels();
  const { done, failed } = useUndo();
  const { id } = item.state;
  const title = String(item.state.fields['title'] ?? '');
  const { data, isPending } = useAsk('annotations.of', { item: id });
  const [isOpen, setOpen] = useState(false);
  const [active, activate] = useState<ItemId | null>(null);
  const [writing, write] = useState<ItemId | null>(null);
  const [isDrawing, setDrawing] = useState(false);
  const [placing, setPlacing] = useState<Annotation | null>(null);
  const [colour, setColour] = useState<AnnotationColour>('yellow');
  const [space, setSpace] = useState<SpaceId | null>(null);
  const [spoken, say] = useState('');

  const show = useCallback((which: string) => {
    activate(which as ItemId);
    setOpen(true);
  }, []);
  const run = useCallback(
    async (work: Promise<unknown>) => {
      await work.catch(failed);
    },
    [failed],
  );
  const create = useCallback(
    async (kind: AnnotationKind, anchor: Anchor, options: NewOptions = {}) => {
      const chosen = options.colour ?? colour;
      setColour(chosen);
      const { replyTo = null, comment = '', more = [] } = options;
      const where = replyTo === null ? space : replyTo.space.kind === 'private' ? null : replyTo.space.id;
      await run(
        ask('annotations.create', {
          item: replyTo?.item ?? id,
          kind,
          colour: chosen,
          anchor,
          comment,
          replyTo: replyTo?.id ?? null,
          more: [...more],
          ...(where === null ? {} : { space: where }),
        }).then((made) => {
          if (replyTo !== null) return;
          activate(made.id);
          const said = labels.value('annotationKind', kind);
          say(more.length === 0 ? t('made', { kind: said }) : t('madeOver', { kind: said, n: more.length + 1 }));
          if (options.write !== true) return;
          setOpen(true);
          write(made.id);
        }),
      );
    },
    [id, colour, space, run, t, labels],
  );

  // After a change of document nothing of the old one is looked at.
  const before = useRef(id);
  useEffect(() => {
    if (before.current === id) return;
    before.current = id;
    activate(null);
    write(null);
    setPlacing(null);
  }, [id]);

  return useMemo(
    () => ({
      item,
      annotations: data ?? none,
      isLoading: isPending,
      isOpen,
      setOpen,
      active,
      activate,
      show,
      isDrawing,
      setDrawing,
      writing,
      write,
      placing,
      setPlacing,
      colour,
      space,
      setSpace,
      spoken,
      say,
      create,
      ...actionsOf({ run, placed: () => say(t('placed')), removed: () => done(t('deleted')), title }),
      run,
    }),
    [
      item,
      data,
      isPending,
      isOpen,
      active,
      show,
      isDrawing,
      writing,
      placing,
      colour,
      space,
      spoken,
      create,
      run,
      done,
      t,
      title,
    ],
  );
}
