import type { PageRect } from '../../../shared/model/annotation';

interface Line {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The boxes of a range, one for each line: pieces of a line that touch are one. In the window's own coordinates. */
export function linesOf(range: Range): readonly Line[] {
  const lines: Line[] = [];
  for (const { left, top, right, bottom, width, height } of range.getClientRects()) {
    if (width < 0.5 || height < 0.5) continue;
    const last = lines.at(-1);
    const overlap = last === undefined ? 0 : Math.min(last.bottom, bottom) - Math.max(last.top, top);
    const sameLine = last !== undefined && overlap > 0.5 * Math.min(height, last.bottom - last.top);
    // A gap wider than this is the space between two columns.
    if (last !== undefined && sameLine && left - last.right < 2 * height && last.left - right < 2 * height) {
      last.left = Math.min(last.left, left);
      last.right = Math.max(last.right, right);
      last.top = Math.min(last.top, top);
      last.bottom = Math.max(last.bottom, bottom);
    } else lines.push({ left, top, right, bottom });
  }
  return lines;
}

const clamp = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1e5) / 1e5;

/** The lines of a range as shares of the page they lie on. */
export function pageRects(range: Range, page: DOMRect): PageRect[] {
  return linesOf(range)
    .slice(0, 500)
    .map(({ left, top, right, bottom }) => [
      clamp((left - page.left) / page.width),
      clamp((top - page.top) / page.height),
      clamp((right - left) / page.width),
      clamp((bottom - top) / page.height),
    ]);
}
