import { lexer } from 'marked';

export interface GuideHeading {
  readonly title: string;
  readonly level: number;
}

/** The headings in the order they stand in the text. */
export function guideHeadings(markdown: string): readonly GuideHeading[] {
  return lexer(markdown).flatMap((token) =>
    token.type === 'heading' ? [{ title: plain(token.text as string), level: token.depth as number }] : [],
  );
}

function plain(markdown: string): string {
  return markdown.replace(/[*_`]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
