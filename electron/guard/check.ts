import { AppError } from '../../shared/base/errors';
import { isNotice, isOverridable, type Finding } from '../../shared/guard/finding';
import type { GuardedDocument, GuardHit, GuardReport } from '../../shared/model/guard';
import type { ItemState } from '../../shared/revision/item-state';
import { partAt, textOf } from './item-text';
import { look } from './look';

/** The text of an item's file, or why there is none. */
export type FileText =
  | { readonly name: string; readonly pages: readonly string[]; readonly asides?: readonly string[] }
  | { readonly name: string; readonly unread: NonNullable<GuardedDocument['unread']> };

const mostHits = 200;
const around = 60;
const longestMatch = 160;

/** What stands in an item and its file that must not be shared. Error: `cancelled`. */
export async function checkItem(
  state: Pick<ItemState, 'fields' | 'sets'> & Pick<GuardedDocument, 'space'> & { readonly id: GuardedDocument['item'] },
  file: FileText | null,
  signal?: AbortSignal,
): Promise<GuardedDocument> {
  const own = textOf(state);
  const inFields = (await look([own.text], signal)).filter((finding) => !isOwnCard(state, finding));
  const inFile = await hitsInFile(file, signal);
  const { title, type } = state.fields;
  return documentOf(
    { item: state.id, space: state.space, type: String(type ?? ''), title: typeof title === 'string' ? title : '' },
    file,
    [
      ...inFields.map((finding) => {
        const part = partAt(own, finding.place.start);
        const start = part?.start ?? 0;
        return hit(finding, own.text, part?.field ?? 'title', 1 + linesIn(own.text.slice(start, finding.place.start)));
      }),
      ...inFile,
    ],
  );
}

/** A file that is not in the library. */
export async function checkFile(file: FileText, signal?: AbortSignal): Promise<GuardedDocument> {
  const about = { item: null, space: null, type: 'document', title: file.name };
  return documentOf(about, file, await hitsInFile(file, signal));
}

async function hitsInFile(file: FileText | null, signal?: AbortSignal): Promise<readonly GuardHit[]> {
  if (file === null || !('pages' in file)) return [];
  const { pages, asides = [] } = file;
  const all = [...pages, ...asides];
  return (await look(all, signal)).map((finding) => ({
    ...hit(finding, all[finding.place.page] ?? '', null, finding.place.line),
    aside: finding.place.page >= pages.length,
  }));
}

export function reportOf(documents: readonly GuardedDocument[]): GuardReport {
  return {
    documents: documents.filter(({ hits, unread }) => hits.length > 0 || unread !== null),
    checked: documents.length,
    stops: documents.reduce((sum, { stops }) => sum + stops, 0),
    final: documents.some(({ final }) => final),
  };
}

/** What the guard says when it stops something. */
export function stopped(report: GuardReport): AppError {
  return new AppError(report.final ? 'guard-person-table' : 'guard-stopped', { count: report.stops });
}

/** The card of a professional is there to say how one reaches them. */
function isOwnCard({ fields }: Pick<ItemState, 'fields'>, { kind, reason }: Finding): boolean {
  return fields['type'] === 'person' && kind === 'private-contact' && reason !== 'address-near-name';
}

function documentOf(
  about: Pick<GuardedDocument, 'item' | 'space' | 'type' | 'title'>,
  file: FileText | null,
  hits: readonly GuardHit[],
): GuardedDocument {
  const stops = hits.filter(({ notice }) => !notice);
  return {
    ...about,
    file: file?.name ?? null,
    // What weighs most is never the part that is left out.
    hits: [...stops, ...hits.filter(({ notice }) => notice)].slice(0, mostHits),
    more: Math.max(0, hits.length - mostHits),
    stops: stops.length,
    final: stops.some(({ overridable }) => !overridable),
    unread: file !== null && 'unread' in file ? file.unread : null,
  };
}

function hit(finding: Finding, text: string, field: string | null, line: number): GuardHit {
  const { kind, reason, sure, place } = finding;
  const match = text.slice(place.start, place.end);
  return {
    ...{ kind, reason, sure, field, line },
    overridable: isOverridable(finding),
    notice: isNotice(finding),
    aside: false,
    page: field === null ? place.page + 1 : null,
    cell: place.cell,
    before: text.slice(Math.max(0, place.start - around), place.start).replace(/^[^]*\n\n/, ''),
    match: match.length > longestMatch ? `${match.slice(0, longestMatch)}…` : match,
    after: text.slice(place.end, place.end + around).replace(/\n\n[^]*$/, ''),
  };
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
