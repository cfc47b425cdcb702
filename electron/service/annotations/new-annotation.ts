import { AppError } from '../../../shared/base/errors';
import type { ItemId, SpaceId } from '../../../shared/base/ids';
import type { JsonValue } from '../../../shared/base/json';
import {
  annotationTitle,
  type Anchor,
  type AnnotationColour,
  type AnnotationKind,
} from '../../../shared/model/annotation';
import type { Library, NewItem } from '../../library/library-types';
import { existing } from '../handlers/items';
import { annotationType } from './annotation-items';

export interface AnnotationDraft {
  readonly item: ItemId;
  readonly space?: SpaceId | undefined;
  readonly kind: AnnotationKind;
  readonly colour: AnnotationColour;
  readonly anchor: Anchor;
  readonly comment: string;
  readonly replyTo: ItemId | null;
  readonly tags?: readonly string[];
  readonly resolved?: boolean;
  readonly author?: string;
}

const untitled: Readonly<Record<AnnotationKind, string>> = {
  highlight: 'Markering',
  underline: 'Onderstreping',
  strike: 'Doorhaling',
  note: 'Kanttekening',
  area: 'Vlak',
  page: 'Notitie bij de bladzijde',
  reply: 'Antwoord',
};

/**
 * An annotation as an item. It goes in the private space or in that of its document: in any other one it would only tell that the document exists.
 * Errors: `item-not-found`, `space-not-found`.
 */
export function newAnnotation(library: Library, draft: AnnotationDraft, id?: ItemId): NewItem {
  const document = existing(library, draft.item);
  const own = library.spaces().find(({ kind }) => kind === 'private');
  const space = draft.space ?? own?.id;
  if (space === undefined || (space !== own?.id && space !== document.space)) throw new AppError('space-not-found');
  const relations: JsonValue[] = [{ kind: 'annotates', target: draft.item }];
  if (draft.replyTo !== null) relations.push({ kind: 'repliesTo', target: existing(library, draft.replyTo).id });
  const { kind, colour, comment, tags = [], author = '' } = draft;
  return {
    ...(id === undefined ? {} : { id }),
    type: annotationType,
    space,
    set: {
      title: annotationTitle(draft.anchor, comment, untitled[kind]),
      annotationKind: kind,
      colour,
      anchor: draft.anchor as unknown as JsonValue,
      ...(comment === '' ? {} : { comment }),
      ...(author === '' ? {} : { author }),
      ...(draft.resolved === true ? { resolved: true } : {}),
    },
    add: { relations, ...(tags.length === 0 ? {} : { tags: [...tags] }) },
  };
}
