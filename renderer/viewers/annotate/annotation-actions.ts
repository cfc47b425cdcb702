import type { ItemId, SpaceId } from '../../../shared/base/ids';
import type { Annotation, Anchor } from '../../../shared/model/annotation';
import { ask } from '../../bridge/client';
import { openItem } from '../../state/view';

/** What is done to annotations that are there. */
export interface AnnotationActions {
  readonly change: (id: ItemId, set: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly setTags: (annotation: Annotation, tags: readonly string[]) => Promise<void>;
  readonly place: (id: ItemId, anchor: Anchor) => Promise<void>;
  readonly remove: (ids: readonly ItemId[]) => Promise<void>;
  readonly link: (id: ItemId, to: ItemId) => Promise<void>;
  readonly unlink: (id: ItemId, from: string) => Promise<void>;
  /** Makes an item of an annotation, which it stays linked to, and opens it. */
  readonly makeFrom: (annotation: Annotation, type: 'question' | 'term') => Promise<void>;
  /** Moves it to the space of the document. */
  readonly share: (id: ItemId, space: SpaceId) => Promise<void>;
}

interface Options {
  /** Waits for the work and says what went wrong. */
  readonly run: (work: Promise<unknown>) => Promise<void>;
  readonly placed: () => void;
  readonly removed: () => void;
  /** Of the document. */
  readonly title: string;
}

export function actionsOf({ run, placed, removed, title }: Options): AnnotationActions {
  return {
    change: (which, set) => run(ask('items.change', { id: which, change: { set: set as never }, label: 'annotate' })),
    setTags: (annotation, tags) =>
      run(
        ask('items.change', {
          id: annotation.id,
          change: {
            add: { tags: tags.filter((tag) => !annotation.tags.includes(tag)) },
            remove: { tags: annotation.tags.filter((tag) => !tags.includes(tag)) },
          },
          label: 'annotate',
        }),
      ),
    place: (which, anchor) =>
      run(
        ask('items.change', { id: which, change: { set: { anchor: anchor as never } }, label: 'place' }).then(placed),
      ),
    remove: (ids) => run(ask('items.bin', { ids: [...ids] }).then(removed)),
    link: (which, to) =>
      run(
        ask('items.change', {
          id: which,
          change: { add: { relations: [{ kind: 'about', target: to }] } },
          label: 'annotate',
        }),
      ),
    unlink: (which, from) => run(unlink(which, from as ItemId)),
    makeFrom: (annotation, type) => run(makeFrom(annotation, type, title)),
    share: (which, to) => run(ask('spaces.publish', { ids: [which], space: to, move: true })),
  };
}

async function makeFrom(annotation: Annotation, type: 'question' | 'term', document: string): Promise<void> {
  const { anchor, comment, item, id } = annotation;
  const words = (anchor.quote?.exact ?? comment).slice(0, 300) || document;
  const quote = anchor.quote?.exact ?? '';
  // A title that says the words already explains nothing by saying them again.
  const text = [comment, quote === '' || quote === words ? '' : `“${quote}”`]
    .filter((part) => part !== '')
    .join('\n\n');
  const field = type === 'term' ? 'definition' : 'summary';
  const set = { title: words, ...(text === '' ? {} : { [field]: text }) };
  const relations = [
    { kind: 'derivedFrom', target: id },
    { kind: 'about', target: item },
  ];
  const made = await ask('items.create', { type, change: { set, add: { relations } } });
  openItem(made.state.id, { keep: true });
}

/** A link is kept on the annotation, or on what was made from it. */
async function unlink(id: ItemId, other: ItemId): Promise<void> {
  const detail = await ask('items.get', { id });
  for (const related of detail.related.filter((each) => each.id === other)) {
    const [keeper, target] = related.direction === 'out' ? [id, other] : [other, id];
    const relation = { kind: related.kind, target };
    await ask('items.change', { id: keeper, change: { remove: { relations: [relation] } }, label: 'annotate' });
  }
}
