import type { ItemId, RevisionId } from '../../../shared/base/ids';
import type { JsonValue } from '../../../shared/base/json';
import { AppError } from '../../../shared/base/errors';
import type { ItemState } from '../../../shared/revision/item-state';
import { writeFileAtomic } from '../../library/write-file-atomic';
import { citedText, references } from '../drafts/cited-text';
import { compareVersions } from '../drafts/compare';
import { addImage } from '../drafts/images';
import { replaceFile } from '../drafts/replace-file';
import { nameVersion, versionsOf } from '../drafts/versions';
import { writeBody } from '../drafts/write-body';
import { draftDocument } from '../export/draft-document';
import { stampedFile } from '../export/stamped-file';
import type { LibraryHandlers, Parts } from '../service';
import { detailOf } from './items';

type Names =
  | 'drafts.write'
  | 'drafts.addImage'
  | 'drafts.versions'
  | 'drafts.nameVersion'
  | 'drafts.restoreVersion'
  | 'drafts.replaceFile'
  | 'drafts.compare'
  | 'drafts.exportDocx'
  | 'citing.text'
  | 'citing.references'
  | 'copies.list'
  | 'copies.finish';

/** Writing: the text of a draft, its versions, citations, what goes out, and copies that other programs change. */
export function draftHandlers(parts: Parts): Pick<LibraryHandlers, Names> {
  const { library, copies } = parts;
  return {
    'drafts.write': (input) => writeBody(parts, input),
    'drafts.addImage': (input) => addImage(library, input),
    'drafts.versions': ({ id }) => versionsOf(library, id),
    'drafts.nameVersion': (input) => nameVersion(library, input),
    'drafts.restoreVersion': async ({ id, revision }) => {
      await restoreVersion(parts, id, revision);
      return detailOf(parts, id);
    },
    'drafts.replaceFile': async (input) => {
      if (await replaceFile(parts, input)) parts.reader.wake();
      return detailOf(parts, input.id);
    },
    'drafts.compare': (input) => compareVersions(parts, input),
    'drafts.exportDocx': async ({ id, path, language }) => {
      const { draftDocx } = await import('../export/draft-docx');
      const stamped = await stampedFile(library, id, 'docx', language);
      await writeFileAtomic(path, stamped ?? (await draftDocx(await draftDocument(library, id, language))));
      return { path };
    },
    'citing.text': (input) => citedText(library, input),
    'citing.references': (input) => references(library, input),
    'copies.list': () => copies.list(),
    'copies.finish': ({ id }) => copies.finish(id),
  };
}

/** Only what was written: who reads along and how far the draft is stay as they are. */
async function restoreVersion({ library, reader }: Parts, id: ItemId, revision: RevisionId): Promise<void> {
  const then: ItemState | null = library.stateAt(id, revision);
  if (then === null) throw new AppError('revision-not-found');
  const valueOf = (field: string): JsonValue => then.fields[field] ?? null;
  const now = library.get(id)?.fields ?? {};
  const set = Object.fromEntries(
    ['body', 'file'].filter((field) => field in now || field in then.fields).map((field) => [field, valueOf(field)]),
  );
  await library.change(id, { set }, { label: 'restoreVersion:1' });
  reader.wake();
}
