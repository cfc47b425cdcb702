import { describeQuote, unitAt, type TextAnchor } from '../../../shared/annotations/quote';
import { plainOffset, plainText, rawRange, type PlainText } from '../../../shared/annotations/plain-text';
import { indexText, type TextIndex } from '../flow/text-index';

/** The words of an element, with the way from the page to them and back. */
export interface PartText {
  readonly index: TextIndex;
  readonly plain: PlainText;
}

export function readPart(element: HTMLElement): PartText {
  const index = indexText(element);
  return { index, plain: plainText(index.raw) };
}

/** The part of a range that lies in the element, as a quote; null when that is no word. */
export function quoteOf({ index, plain }: PartText, element: HTMLElement, range: Range): TextAnchor | null {
  const whole = document.createRange();
  whole.selectNodeContents(element);
  const startsBefore = range.compareBoundaryPoints(Range.START_TO_START, whole) < 0;
  const endsAfter = range.compareBoundaryPoints(Range.END_TO_END, whole) > 0;
  const from = startsBefore ? 0 : index.offsetOf(range.startContainer, range.startOffset);
  const to = endsAfter ? index.raw.length : index.offsetOf(range.endContainer, range.endOffset);
  return describeQuote(plain.text, plainOffset(plain, from), plainOffset(plain, to));
}

/** The range on the page of words that were described in this text. */
export function rangeOfQuote(text: PartText, { position }: TextAnchor): Range | null {
  if (position === null) return null;
  const { text: plain } = text.plain;
  return rangeOfPlain(text, unitAt(plain, position.start), unitAt(plain, position.end));
}

/** The range on the page of a part of the plain text. */
export function rangeOfPlain({ index, plain }: PartText, start: number, end: number): Range {
  return index.rangeOf(...rawRange(plain, start, end));
}
