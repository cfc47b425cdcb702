import type { PageRect } from '../../shared/model/annotation';

/** An annotation as a PDF holds it. */
export interface PdfAnnotation {
  /** The name it has in the file (`NM`, else its number there); unique in the file. */
  readonly id: string;
  /** 0 is the first. */
  readonly page: number;
  /** `squiggle`: a wavy line under words; `note`: a sign by itself. */
  readonly shape: 'highlight' | 'underline' | 'squiggle' | 'strike' | 'note' | 'area' | 'reply';
  /** As shares of the page as it is shown; one for each line of words. */
  readonly rects: readonly PageRect[];
  /** Red, green and blue, 0 to 255. */
  readonly rgb: readonly [number, number, number];
  readonly text: string;
  readonly author: string;
  /** ISO 8601, or empty. */
  readonly at: string;
  readonly replyTo: string | null;
}

/** Whether a shape lies on words, line by line. */
export function marksWords(shape: PdfAnnotation['shape']): boolean {
  return shape === 'highlight' || shape === 'underline' || shape === 'squiggle' || shape === 'strike';
}

/** The part of a page that is shown, in its own units, and how it is turned: 0, 90, 180 or 270 degrees clockwise. */
export interface PageBox {
  readonly view: readonly [number, number, number, number];
  readonly rotate: number;
}

/** From shares of the page as it is shown, top left first, to its own units: left, bottom, right, top. */
export function toPageUnits([left, top, width, height]: PageRect, { view, rotate }: PageBox): number[] {
  const [x0, y0, x1, y1] = view;
  const corner = (u: number, v: number): [number, number] => {
    const [across, down] = unturned(u, v, rotate);
    return [x0 + across * (x1 - x0), y1 - down * (y1 - y0)];
  };
  const [ax, ay] = corner(left, top);
  const [bx, by] = corner(left + width, top + height);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

/** The other way round. Null for what lies outside the page. */
export function toShares(box: readonly number[], { view, rotate }: PageBox): PageRect | null {
  const [x0, y0, x1, y1] = view;
  const [ax = 0, ay = 0, bx = 0, by = 0] = box;
  const share = (x: number, y: number): [number, number] =>
    turned((x - x0) / (x1 - x0 || 1), (y1 - y) / (y1 - y0 || 1), rotate);
  const [u1, v1] = share(ax, ay);
  const [u2, v2] = share(bx, by);
  const [left, right] = [clamp(Math.min(u1, u2)), clamp(Math.max(u1, u2))];
  const [top, bottom] = [clamp(Math.min(v1, v2)), clamp(Math.max(v1, v2))];
  return right - left < 1e-4 || bottom - top < 1e-4 ? null : [left, top, right - left, bottom - top];
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

function turned(across: number, down: number, rotate: number): [number, number] {
  if (rotate === 90) return [1 - down, across];
  if (rotate === 180) return [1 - across, 1 - down];
  if (rotate === 270) return [down, 1 - across];
  return [across, down];
}

function unturned(u: number, v: number, rotate: number): [number, number] {
  return turned(u, v, (360 - rotate) % 360);
}
