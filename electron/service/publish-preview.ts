import { atLeast } from '../../shared/access/role';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import { fileRefSchema } from '../../shared/model/file-ref';
import type { PublishedItem, PublishPreview } from '../../shared/model/publishing';
import { fieldsOf } from '../../shared/model/types';
import type { PublishStep } from '../library/library-types';
import { annotationsOf } from './annotations/annotation-items';
import { earlierStates } from './drafts/versions';
import type { Parts } from './service';

/** Say what an item is and where it came from; nobody reads them as its content. */
const unread: ReadonlySet<string> = new Set(['type', 'origin', 'file', 'relations']);

/** What publishing these makes readable, from what it would write; pictures of drafts are counted with the draft. Errors as `Library.publish`. */
export function publishPreview(parts: Parts, ids: readonly ItemId[], space: SpaceId): PublishPreview {
  const { library, sharing } = parts;
  const steps = library.publishPreview(ids, space);
  const isPicture = ({ source }: PublishStep): boolean => source.fields['type'] === 'attachment';
  const from = new Set(steps.map(({ source }) => source.space));
  return {
    readers: library
      .participants(space)
      .filter(({ device }) => device !== library.device())
      .map(({ name, organisation }) => [name, organisation].filter(Boolean).join(', ')),
    items: steps.filter((step) => !isPicture(step)).map((step) => publishedItem(parts, step, steps.filter(isPicture))),
    leaves: sharing
      .statuses()
      .filter(({ id, kind }) => kind === 'closed' && id !== space && from.has(id))
      .map(({ id, name }) => ({ name, mayShare: atLeast(library.access(id).self()?.role ?? 'none', 'coordinate') })),
  };
}

function publishedItem(
  { library }: Parts,
  { source, body, isUpdate }: PublishStep,
  pictures: readonly PublishStep[],
): PublishedItem {
  const set = Object.entries(body.set ?? {}).filter(([, value]) => value !== null && value !== '' && value !== false);
  const added = Object.keys(body.add ?? {});
  const file = fileRefSchema.safeParse(source.fields['file']).data;
  const relations = body.add?.['relations']?.length ?? 0;
  return {
    id: source.id,
    title: String(source.fields['title'] ?? ''),
    fields: inOrder(
      String(source.fields['type'] ?? ''),
      [...set.map(([field]) => field), ...added].filter((field) => !unread.has(field)),
    ),
    file: file === undefined ? null : { name: file.name, sizeBytes: file.sizeBytes },
    pictures: pictures.filter(({ source: { sets } }) => isPartOf(sets['relations'], source.id)).length,
    relations,
    isUpdate,
    stays: {
      versions: earlierStates(library, source.id).length,
      annotations: annotationsOf(library, source.id).length,
      relations: (source.sets['relations']?.length ?? 0) - relations,
    },
  };
}

/** As they stand in the form. */
function inOrder(type: string, fields: readonly string[]): readonly string[] {
  const keys = fieldsOf(type).map(({ key }) => key);
  return [...fields].sort((a, b) => keys.indexOf(a) - keys.indexOf(b));
}

function isPartOf(relations: readonly unknown[] | undefined, target: ItemId): boolean {
  return (relations ?? []).some((each) => (each as { kind?: unknown; target?: unknown }).target === target);
}
