import type { Anchor, Annotation, AnnotationColour } from '../../../shared/model/annotation';
import type { ForeignAnnotation } from '../../../shared/annotations/web-annotation';
import type { PdfAnnotation } from '../../documents/pdf-annotation';
import type { ReadAnnotation } from '../../documents/pdf-annotations-read';

type Rgb = readonly [number, number, number];

/** What each colour is on paper. */
const inks: Readonly<Record<AnnotationColour, Rgb>> = {
  yellow: [255, 214, 64],
  green: [125, 205, 110],
  blue: [110, 180, 240],
  pink: [250, 140, 170],
  purple: [180, 140, 230],
};

/** Annotations of a PDF as that PDF can hold them; those that have no place on one of its pages are left out. */
export function asPdfAnnotations(annotations: readonly Annotation[], hash: string): readonly PdfAnnotation[] {
  const byId = new Map(annotations.map((each) => [each.id, each] as const));
  return annotations.flatMap((annotation) => {
    const answered = annotation.replyTo === null ? undefined : byId.get(annotation.replyTo);
    const { page, rects, hash: own } = (answered ?? annotation).anchor;
    if (page === null || own !== hash || (rects.length === 0 && annotation.kind !== 'page' && answered === undefined))
      return [];
    const { id, kind, colour, comment, author, createdAt } = annotation;
    const words = annotation.anchor.quote?.exact ?? '';
    return [
      {
        id,
        page,
        shape: shapeOf(kind),
        rects,
        rgb: inks[colour],
        // A mark without a comment says its words, as other readers list them.
        text: comment === '' ? words : comment,
        author,
        at: createdAt,
        replyTo: answered === undefined ? null : answered.id,
      },
    ];
  });
}

/** Annotations that were in a PDF as ones that can be edited. */
export function fromPdfAnnotations(read: readonly ReadAnnotation[], hash: string): readonly ForeignAnnotation[] {
  return read.map(({ id, page, shape, rects, rgb, text, author, replyTo, words }) => {
    const anchor: Anchor = {
      hash,
      page,
      quote: words?.quote ?? null,
      position: words?.position ?? null,
      rects: [...rects],
    };
    return {
      id,
      kind: kindOf(shape, text),
      colour: nearest(rgb),
      anchor,
      comment: text.trim() === words?.quote.exact.trim() ? '' : text.replace(/\r\n?/g, '\n').trim(),
      tags: [],
      resolved: false,
      replyTo,
      author,
    };
  });
}

/** A margin note is about words: a wavy line under them keeps which. */
function shapeOf(kind: Annotation['kind']): PdfAnnotation['shape'] {
  if (kind === 'page') return 'note';
  return kind === 'note' ? 'squiggle' : kind;
}

function kindOf(shape: PdfAnnotation['shape'], text: string): Annotation['kind'] {
  if (shape === 'squiggle') return text.trim() === '' ? 'underline' : 'note';
  return shape === 'note' ? 'page' : shape;
}

function nearest([red, green, blue]: Rgb): AnnotationColour {
  const far = ([r, g, b]: Rgb): number => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  const [best] = (Object.entries(inks) as [AnnotationColour, Rgb][]).sort((a, b) => far(a[1]) - far(b[1]));
  return best?.[0] ?? 'yellow';
}
