export interface OutlineEntry {
  /** 1 is the highest. */
  readonly level: number;
  readonly title: string;
  /** From 0. */
  readonly line: number;
}

/** The headings of a Markdown text (`# …`), outside blocks of code. */
export function outlineOf(markdown: string): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let fence: string | null = null;
  markdown.split('\n').forEach((text, line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (mark !== undefined && (fence === null || mark.startsWith(fence))) {
      fence = fence === null ? mark : null;
      return;
    }
    const [, marks = '', title = ''] = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/.exec(text) ?? [];
    if (fence === null && marks !== '' && title !== '')
      entries.push({ level: marks.length, title: plainTitle(title), line });
  });
  return entries;
}

function plainTitle(title: string): string {
  return title.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '');
}

/** The words that a reader of a Markdown text sees; addresses of links and pictures are none. */
export function countWords(markdown: string): number {
  const shown = markdown.replace(/\]\([^)\s]*\)/g, ']');
  return shown.match(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’.,-]*[\p{L}\p{N}])?/gu)?.length ?? 0;
}
