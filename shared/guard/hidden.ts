import { isNotice, type Finding } from './finding';

const block = '█';
const signs = /[^\s;|,\t]+/gu;

/** The text with blocks where findings are; the signs that part cells and lines stay, and a count under five becomes `<5`. */
export function hidden(text: string, findings: readonly Pick<Finding, 'kind' | 'hide'>[]): string {
  const spans = findings
    .filter((finding) => !isNotice(finding))
    .flatMap(({ kind, hide }) => hide.map((span) => ({ ...span, small: kind === 'small-cells' })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let out = '';
  let at = 0;
  for (const { start, end, small } of spans) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    out += text.slice(at, from) + (small ? '<5' : text.slice(from, end).replace(signs, blocks));
    at = end;
  }
  return out + text.slice(at);
}

/** Always three: how long a name was tells something too. */
function blocks(): string {
  return block.repeat(3);
}
