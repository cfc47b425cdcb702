import type { ImportReport } from '../../shared/model/views';
import { ask } from '../bridge/client';
import { createStore } from './store';
import { openDialog } from './view';

interface Adding {
  /** What the last addition did; for the report. */
  readonly report: ImportReport | null;
  /** The last addition that could not run at all. */
  readonly error: unknown;
  /** Text that waits for a yes before it becomes an item; null when nobody is pasting. */
  readonly pasting: PastedText | null;
}

export interface PastedText {
  readonly text: string;
  /** The same with its formatting, as the clipboard held it. */
  readonly untrustedHtml: string | null;
}

export const adding = createStore<Adding>({ report: null, error: null, pasting: null });

/** Adds files and folders; a table on its own first asks what its columns are. Results come through `adding`. */
export async function addPaths(paths: readonly string[]): Promise<void> {
  const [first] = paths;
  if (first === undefined) return;
  if (paths.length === 1 && /\.(csv|tsv|xlsx|xlsm)$/i.test(first)) return openDialog({ kind: 'csv', path: first });
  await reporting(ask('import.paths', { job: `import-${crypto.randomUUID()}`, paths: [...paths] }));
}

/** Adds a workbook as a document, not as a table. */
export function addAsFile(path: string): void {
  openDialog(null);
  void reporting(ask('import.paths', { job: `import-${crypto.randomUUID()}`, paths: [path] }));
}

export async function chooseAndAdd(what: 'files' | 'folder'): Promise<void> {
  if (what === 'files') return addPaths(await ask('dialog.chooseFiles'));
  const folder = await ask('dialog.chooseFolder');
  if (folder !== null) await addPaths([folder]);
}

/** Opens the place to paste text in: a page may not read the clipboard by itself, so the person pastes. */
export function pasteAndAdd(pasted: PastedText = { text: '', untrustedHtml: null }): void {
  adding.set({ pasting: pasted });
}

/** Adds text as an item; true when that worked. */
export async function addText(text: string, html: boolean): Promise<boolean> {
  return reporting(ask('import.text', { text, html }));
}

/** Hands on what an addition did: a new report, or the error that stopped it. */
async function reporting(work: Promise<ImportReport>): Promise<boolean> {
  try {
    adding.set({ report: await work, error: null });
    return true;
  } catch (error) {
    adding.set({ error });
    return false;
  }
}
