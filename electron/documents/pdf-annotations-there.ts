import { PDFArray, PDFDict, PDFName, type PDFPage, PDFRef } from '@cantoo/pdf-lib';

/** An annotation that a PDF has of itself. */
interface Existing {
  readonly ref: PDFRef;
  readonly subtype: string;
  /** Left, bottom, right, top; of the words where it marks words. */
  readonly box: readonly number[];
}

/** Programs round what they write; a point is a third of a millimetre. */
const nearPoints = 2.5;

/** What of ours is in the file already: as its own annotation, or as a drawing that we know by its place. */
export interface AnnotationsThere {
  /** Takes it out of the list, so that two alike do not become one. */
  take(subtype: string, box: readonly number[]): { readonly ref: PDFRef; readonly isSame: boolean } | null;
}

const drawn: ReadonlySet<string> = new Set(['FreeText', 'Circle', 'Polygon', 'PolyLine', 'Line', 'Ink', 'Stamp']);
/** What stands for another kind here. */
const alike: Readonly<Record<string, readonly string[]>> = { Squiggly: ['Squiggly', 'Underline'], Caret: ['Text'] };

export function annotationsThere(page: PDFPage): AnnotationsThere {
  const there = listOf(page);
  return {
    take: (subtype, box) => {
      const at = there.findIndex((each) => matches(each, subtype, box));
      const [found] = at === -1 ? [] : there.splice(at, 1);
      return found === undefined ? null : { ref: found.ref, isSame: found.subtype === subtype };
    },
  };
}

function listOf(page: PDFPage): Existing[] {
  const { context } = page.doc;
  return (page.node.Annots()?.asArray() ?? []).flatMap((ref) => {
    if (!(ref instanceof PDFRef)) return [];
    const dict = context.lookupMaybe(ref, PDFDict);
    const subtype = dict?.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText() ?? '';
    const box = dict === undefined ? null : boxOf(dict);
    return box === null ? [] : [{ ref, subtype, box }];
  });
}

function boxOf(dict: PDFDict): readonly number[] | null {
  const numbers = (key: string): number[] =>
    (dict.lookupMaybe(PDFName.of(key), PDFArray)?.asArray() ?? []).map((each) => Number(each.toString()));
  const points = numbers('QuadPoints');
  const rect = numbers('Rect');
  const [xs, ys] =
    points.length >= 8
      ? [points.filter((_, i) => i % 2 === 0), points.filter((_, i) => i % 2 === 1)]
      : [
          [rect[0] ?? NaN, rect[2] ?? NaN],
          [rect[1] ?? NaN, rect[3] ?? NaN],
        ];
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return box.every(Number.isFinite) ? box : null;
}

function matches(there: Existing, subtype: string, box: readonly number[]): boolean {
  const isKind =
    (alike[there.subtype] ?? [there.subtype]).includes(subtype) || (subtype === 'Square' && drawn.has(there.subtype));
  // Signs have a size of their own in every program: their upper left corner says where they are.
  const sides = subtype === 'Text' ? [0, 3] : [0, 1, 2, 3];
  return isKind && sides.every((side) => Math.abs((there.box[side] ?? NaN) - (box[side] ?? NaN)) <= nearPoints);
}
