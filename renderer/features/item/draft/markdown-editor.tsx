import { EditorState, Transaction, type ChangeSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { diffLines } from 'diff';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { editorExtensions, fromElsewhere, type EditorHooks } from './editor-setup';
import classes from './markdown-editor.module.css';

/** The editor of a text. `view` is the way to it for the toolbar; the text goes in once, later changes by `applyText`. */
export function MarkdownEditor({
  view,
  text,
  hooks,
}: {
  readonly view: RefObject<EditorView | null>;
  readonly text: string;
  readonly hooks: EditorHooks;
}): React.JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(hooks);
  useLayoutEffect(() => {
    latest.current = hooks;
  });
  const { language, label, hint } = hooks;
  const start = useRef(text);
  useEffect(() => {
    if (place.current === null) return undefined;
    const passOn: EditorHooks = {
      language,
      label,
      hint,
      typeName: (type) => latest.current.typeName(type),
      changed: (next) => latest.current.changed(next),
      left: () => latest.current.left(),
      pictures: (files, at) => latest.current.pictures(files, at),
      cite: () => latest.current.cite(),
    };
    const state = EditorState.create({ doc: start.current, extensions: editorExtensions(passOn) });
    const editor = new EditorView({ state, parent: place.current });
    view.current = editor;
    return () => {
      start.current = editor.state.doc.toString();
      view.current = null;
      editor.destroy();
    };
  }, [view, language, label, hint]);
  return <div ref={place} className={classes['editor']} />;
}

/** Puts what came from elsewhere in the editor, line by line, so that the cursor stays where it is in the text. */
export function applyText(view: EditorView, text: string): void {
  let at = 0;
  const changes = diffLines(view.state.doc.toString(), text).flatMap(({ added, removed, value }): ChangeSpec[] => {
    const from = at;
    if (!added) at += value.length;
    if (added) return [{ from, insert: value }];
    return removed ? [{ from, to: at }] : [];
  });
  view.dispatch({ changes, annotations: [fromElsewhere.of(true), Transaction.addToHistory.of(false)] });
}
