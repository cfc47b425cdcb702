/** What is looked for: text as typed in the find bar, or the search that led here (with inflections, without operators). */
export interface Wanted {
  readonly text: string;
  readonly searched: boolean;
  /** The page to look from, 0 is the first; left out, from what is in view. */
  readonly page?: number | null;
}

/** What the find bar shows and does; every viewer has its own way of finding. */
export interface Finder {
  /** 0 while there is no current match. */
  readonly current: number;
  readonly total: number;
  readonly busy: boolean;
  /** Marks every match and goes to the first from where the reader is; empty text takes the marks away. */
  readonly look: (wanted: Wanted) => void;
  readonly step: (direction: 1 | -1) => void;
}

/** An entry of the table of contents. `level` 1 is the highest. */
export interface OutlineEntry {
  readonly level: number;
  readonly title: string;
  readonly go: () => void;
}

export interface Zoom {
  /** 1 is the document's own size. */
  readonly factor: number;
  readonly change: (direction: 1 | -1) => void;
  /** Back to what the document opens with: fit to the width, or its own size. */
  readonly reset: () => void;
  /** Null for a document that wraps to the width at every size. */
  readonly fitsWidth: boolean | null;
}

export interface Pages {
  /** 1 is the first. */
  readonly current: number;
  readonly total: number;
  readonly go: (page: number) => void;
}
