import { AppError } from '../../../shared/base/errors';
import type { ItemId, RevisionId } from '../../../shared/base/ids';
import type { DraftComparison } from '../../../shared/model/draft';
import { compareTexts } from '../../../shared/text/compare-texts';
import { fileOf } from '../handlers/items';
import type { Parts } from '../service';
import { compareInWorker } from './compare-in-worker';
import { bodyOf } from './write-body';

/** Longer texts together are compared in a worker: the library answers other questions meanwhile. */
const atOnceCharacters = 60_000;

type CompareParts = Pick<Parts, 'library' | 'search' | 'extractor' | 'builtFolder'>;

/** What changed between two versions. Errors: `revision-not-found`, `blob-missing`, `version-without-text`, those of reading a file. */
export async function compareVersions(
  parts: CompareParts,
  { id, from, to }: { readonly id: ItemId; readonly from: RevisionId; readonly to: RevisionId },
): Promise<DraftComparison> {
  const [before, after] = [await textAt(parts, id, from), await textAt(parts, id, to)];
  return before.length + after.length <= atOnceCharacters
    ? compareTexts(before, after)
    : compareInWorker(parts.builtFolder, before, after);
}

async function textAt({ library, search, extractor }: CompareParts, id: ItemId, at: RevisionId): Promise<string> {
  const state = library.stateAt(id, at);
  if (state === null) throw new AppError('revision-not-found');
  const file = fileOf(state);
  // Addresses inside the library tell a reader nothing.
  if (file === null) return bodyOf(state).replace(/\]\(raakvlak:[^)\s]+\)/g, ']');
  const known = search.documents.text(file.hash);
  if (known !== null) return known.pages.join('\n\n');
  if (!library.hasBlob(file.hash)) throw new AppError('blob-missing', { file: file.name });
  const { analysed } = await extractor.extract(library.blobPath(file.hash), file.name);
  if (analysed.state !== 'searchable') throw new AppError('version-without-text');
  return analysed.pages.join('\n\n');
}
