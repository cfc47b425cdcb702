import { EditorSelection, type ChangeSpec } from '@codemirror/state';
import { EditorView, type Command } from '@codemirror/view';

/** Puts marks around what is selected, or takes them away. */
export function surround(mark: string): Command {
  return (view) => {
    const { state } = view;
    view.dispatch(
      state.changeByRange(({ from, to }) => {
        const before = state.sliceDoc(from - mark.length, from);
        const after = state.sliceDoc(to, to + mark.length);
        const isMarked = before === mark && after === mark;
        const changes: ChangeSpec[] = isMarked
          ? [
              { from: from - mark.length, to: from },
              { from: to, to: to + mark.length },
            ]
          : [
              { from, insert: mark },
              { from: to, insert: mark },
            ];
        const shift = isMarked ? -mark.length : mark.length;
        return { changes, range: EditorSelection.range(from + shift, to + shift) };
      }),
      { scrollIntoView: true, userEvent: 'input' },
    );
    return true;
  };
}

/** Begins every line of the selection with `# `, one level further each time, and after three levels without. */
export const nextHeading: Command = (view) => {
  return eachLine(view, (text) => {
    const marks = /^(#{0,6}) ?/.exec(text)?.[1] ?? '';
    return { length: marks.length === 0 ? 0 : marks.length + 1, insert: marks.length >= 3 ? '' : `${marks}# ` };
  });
};

/** Makes every line of the selection an item of a list, or plain again. */
export const toggleList: Command = (view) =>
  eachLine(view, (text) => (/^[-*+] /.test(text) ? { length: 2, insert: '' } : { length: 0, insert: '- ' }));

function eachLine(
  view: EditorView,
  edit: (text: string) => { readonly length: number; readonly insert: string },
): boolean {
  const { state } = view;
  const changes: ChangeSpec[] = [];
  for (const { from, to } of state.selection.ranges) {
    for (let at = state.doc.lineAt(from); ; at = state.doc.line(at.number + 1)) {
      const { length, insert } = edit(at.text);
      changes.push({ from: at.from, to: at.from + length, insert });
      if (at.to >= to) break;
    }
  }
  view.dispatch({ changes, scrollIntoView: true, userEvent: 'input' });
  return true;
}

/** Puts text in the place of what is selected, and the cursor behind it. */
export function insertText(view: EditorView, text: string): void {
  view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true, userEvent: 'input.paste' });
  view.focus();
}

/** Brings a line into view, with the cursor at its start. */
export function goToLine(view: EditorView, line: number): void {
  const { from } = view.state.doc.line(Math.min(line + 1, view.state.doc.lines));
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 12 }) });
  view.focus();
}
