import type { ItemId, RevisionId } from '../../../shared/base/ids';
import type { JsonValue } from '../../../shared/base/json';
import type { DraftVersion, VersionContent } from '../../../shared/model/draft';
import { fileRefSchema } from '../../../shared/model/file-ref';
import type { HistoryStep } from '../../../shared/revision/history';
import type { ItemState } from '../../../shared/revision/item-state';
import { countWords } from '../../../shared/text/outline';
import type { Library } from '../../library/library-types';
import { existing } from '../handlers/items';
import { participantsOf } from '../participants';

/** Writing that one person goes on with after less than this is one version. */
const pauseMs = 30 * 60_000;

/** A step with the text, file and status after it. */
interface Moment {
  readonly step: HistoryStep;
  readonly content: VersionContent | null;
  readonly status: string | null;
  readonly changesText: boolean;
  readonly changesFile: boolean;
}

/**
 * The versions of an item's text and file, newest first. Steps of one person with short pauses are one, but for a file: each time it was saved is a
 * version. What has a name, and what was the text when the status changed, stays a version of its own.
 */
export function versionsOf(library: Library, id: ItemId): readonly DraftVersion[] {
  const { space } = existing(library, id);
  const names = namesOf(library, id);
  const participants = participantsOf(library, space);
  const own = library.device();
  return runsOf(momentsOf(library, id), names)
    .map((run) => {
      const last = run.at(-1) as Moment;
      const { revision, device, at } = last.step;
      const who = participants.get(device);
      return {
        revision,
        since: run[0]?.step.at ?? at,
        at,
        by: device === own ? ('self' as const) : ('other' as const),
        who: who === undefined ? null : { name: who.name, organisation: who.organisation },
        steps: run.length,
        name: names.get(revision)?.name ?? null,
        status: last.status,
        content: last.content as VersionContent,
      };
    })
    .reverse();
}

/** An item as it was in each of its earlier versions, oldest first. */
export function earlierStates(library: Library, id: ItemId): readonly ItemState[] {
  return versionsOf(library, id)
    .slice(1)
    .reverse()
    .flatMap(({ revision }) => library.stateAt(id, revision) ?? []);
}

/** Names a version, or with '' takes its name away. */
export async function nameVersion(
  library: Library,
  { id, revision, name }: { readonly id: ItemId; readonly revision: RevisionId; readonly name: string },
): Promise<void> {
  const { space } = existing(library, id);
  const known = namesOf(library, id).get(revision);
  if (known !== undefined && name === '') await library.bin([known.item]);
  else if (known !== undefined) await library.change(known.item, { set: { title: name } });
  else if (name !== '')
    await library.createItem({
      type: 'versionName',
      space,
      set: { title: name, target: id, revision },
      add: { relations: [{ kind: 'partOf', target: id }] },
    });
}

function namesOf(library: Library, id: ItemId): ReadonlyMap<string, { readonly item: ItemId; readonly name: string }> {
  const named = library
    .relationsTo(id)
    .flatMap(({ from }) => library.get(from) ?? [])
    .filter((state): state is ItemState => state.fields['type'] === 'versionName' && !state.deleted);
  return new Map(
    named.map(({ id: item, fields }) => [String(fields['revision']), { item, name: String(fields['title']) }]),
  );
}

function momentsOf(library: Library, id: ItemId): readonly Moment[] {
  let text: JsonValue = null;
  let file: JsonValue = null;
  let status: JsonValue = null;
  return library
    .history(id)
    .filter((step) => !step.waiting && !step.erased)
    .map((step) => {
      const after = new Map(step.changes.map((change) => [change.field, change.after]));
      const changesText = after.has('body');
      const changesFile = after.has('file');
      if (changesText) text = after.get('body') ?? null;
      if (changesFile) file = after.get('file') ?? null;
      status = after.has('status') ? (after.get('status') ?? null) : status;
      return {
        step,
        changesText,
        changesFile,
        content: contentOf(text, file),
        status: typeof status === 'string' ? status : null,
      };
    });
}

function contentOf(text: JsonValue, file: JsonValue): VersionContent | null {
  const parsed = fileRefSchema.safeParse(file);
  if (parsed.success) return { kind: 'file', file: parsed.data };
  return typeof text === 'string' ? { kind: 'text', words: countWords(text) } : null;
}

function runsOf(moments: readonly Moment[], names: ReadonlyMap<string, unknown>): readonly (readonly Moment[])[] {
  const runs: Moment[][] = [];
  let status: string | null = null;
  for (const moment of moments) {
    const changed = moment.status !== status;
    status = moment.status;
    if ((!moment.changesText && !moment.changesFile) || moment.content === null) continue;
    const last = runs.at(-1)?.at(-1);
    const goesOn =
      last !== undefined &&
      !changed &&
      last.status === moment.status &&
      !moment.changesFile &&
      !last.changesFile &&
      last.step.device === moment.step.device &&
      !names.has(last.step.revision) &&
      Math.abs(Date.parse(moment.step.at) - Date.parse(last.step.at)) < pauseMs;
    if (goesOn) runs.at(-1)?.push(moment);
    else runs.push([moment]);
  }
  return runs;
}
