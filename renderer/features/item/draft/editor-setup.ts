import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownKeymap } from '@codemirror/lang-markdown';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { getNonce } from 'get-nonce';
import { editorPhrases } from '../../../../shared/messages/ui/drafts';
import type { Language } from '../../../../shared/messages/text';
import { nextHeading, surround, toggleList } from './editor-commands';
import { editorTheme } from './editor-theme';
import { foldedAddresses } from './folded-addresses';
import { itemCompletion } from './item-completion';

/** Marks a change that came from elsewhere: it is not sent back. */
export const fromElsewhere = Annotation.define<boolean>();

export interface EditorHooks {
  readonly language: Language;
  readonly label: string;
  readonly hint: string;
  readonly typeName: (type: string) => string;
  changed(text: string): void;
  left(): void;
  /** Pictures were pasted or dropped; the place is where they go. */
  pictures(files: readonly File[], at: number): void;
  cite(): void;
}

/** The shortcuts window and the palette keep their keys; Tab goes on to the next control, as everywhere. */
const notOurs = new Set(['Mod-/', 'Alt-A', 'Mod-k', 'Ctrl-k', 'Mod-Alt-\\']);

/** Everything an editor of Markdown has here. Keys of the app that the editor does not use go on to the app. */
export function editorExtensions(hooks: EditorHooks): Extension {
  return [
    EditorView.cspNonce.of(getNonce() ?? ''),
    history(),
    drawSelection(),
    EditorView.lineWrapping,
    markdown({ addKeymap: false, completeHTMLTags: false }),
    editorTheme(),
    foldedAddresses,
    search({ top: true }),
    autocompletion({ override: [itemCompletion(hooks.typeName)], icons: false, interactionDelay: 0 }),
    placeholder(hooks.hint),
    hooks.language === 'nl' ? EditorState.phrases.of(editorPhrases) : [],
    EditorView.contentAttributes.of({
      'aria-label': hooks.label,
      tabindex: '0',
      spellcheck: 'true',
      lang: hooks.language,
    }),
    keymap.of([
      { key: 'Mod-b', run: surround('**') },
      { key: 'Mod-i', run: surround('*') },
      { key: 'Mod-Alt-1', run: nextHeading },
      { key: 'Mod-Alt-8', run: toggleList },
      { key: 'Mod-Alt-b', run: () => (hooks.cite(), true) },
      { key: 'Mod-h', run: openSearchPanel },
      ...markdownKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap.filter(({ key, mac }) => !notOurs.has(key ?? mac ?? '')),
    ]),
    EditorView.updateListener.of((update) => {
      const isOurs = update.transactions.every((transaction) => transaction.annotation(fromElsewhere) !== true);
      if (update.docChanged && isOurs) hooks.changed(update.state.doc.toString());
      if (update.focusChanged && !update.view.hasFocus) hooks.left();
    }),
    EditorView.domEventHandlers({
      paste: (event, view) => takePictures(event, event.clipboardData, view.state.selection.main.head, hooks),
      drop: (event, view) =>
        takePictures(event, event.dataTransfer, view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? 0, hooks),
    }),
  ];
}

function takePictures(event: Event, data: DataTransfer | null, at: number, hooks: EditorHooks): boolean {
  const files = [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
  // Text that comes with a picture of itself, as from Word, is pasted as text.
  if (files.length === 0 || (data?.types.includes('text/plain') ?? false)) return false;
  event.preventDefault();
  // The window would take a dropped file in as an item.
  event.stopPropagation();
  hooks.pictures(files, at);
  return true;
}
