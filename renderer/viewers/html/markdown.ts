import { Marked } from 'marked';

const marked = new Marked({ gfm: true, async: false });
marked.use({
  renderer: {
    // Form elements do not pass the sanitiser: a task list shows its state as a sign.
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
});

/** Markdown as HTML that nobody has checked yet: it may hold whatever the text holds. A block of metadata at the start is left out. */
export function untrustedHtmlOf(markdown: string): string {
  return marked.parse(markdown.replace(/^\uFEFF?---\r?\n[^]*?\r?\n(?:---|\.\.\.)\r?\n/, '')) as string;
}
