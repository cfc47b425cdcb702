import type { Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';

const folded = Decoration.replace({});

/** The address of a link inside the library tells people nothing: its place stays empty, and the cursor steps over it. */
export const foldedAddresses: Extension = ViewPlugin.define((view) => new FoldedAddresses(view), {
  decorations: (plugin) => plugin.ranges,
  provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.ranges ?? Decoration.none),
});

class FoldedAddresses {
  private readonly matcher = new MatchDecorator({
    regexp: /\]\((raakvlak:[^)\s]+)\)/g,
    decorate: (add, from, to) => add(from + 2, to - 1, folded),
  });
  ranges: DecorationSet;

  constructor(view: EditorView) {
    this.ranges = this.matcher.createDeco(view);
  }

  update(update: ViewUpdate): void {
    this.ranges = this.matcher.updateDeco(update, this.ranges);
  }
}
