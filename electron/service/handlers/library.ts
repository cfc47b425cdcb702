import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SpaceState } from '../../../shared/contract/answers';
import type { LibraryHandlers, Parts } from '../service';
import { publishSite } from '../../publish/publish-site';
import { sitePreview } from '../../publish/site-preview';
import { exportItems } from '../export/items/export-items';
import { loadSample } from '../import/load-sample';
import { statusOf } from '../library-status';
import { verifyAndMend } from '../verify';
import type { Library, SpaceInfo } from '../../library/library-types';
import { writeError } from '../../library/write-file-atomic';

type Names =
  | 'library.verify'
  | 'library.state'
  | 'library.rebuild'
  | 'library.export'
  | 'library.exportItems'
  | 'library.sitePreview'
  | 'library.loadSample'
  | 'library.publish';

/** The library as a whole: how it is, checking, exporting, the sample. */
export function libraryHandlersOf(parts: Parts): Pick<LibraryHandlers, Names> {
  const { library, jobs, emit } = parts;
  return {
    'library.verify': () => jobs.run('verify', 'verify', () => verifyAndMend(parts)),
    'library.state': () => library.spaces().map((space) => stateOf(library, space)),
    'library.rebuild': () =>
      jobs.run('rebuild', 'rebuild', async () => {
        await library.rebuild();
        emit('items.changed', { ids: null });
        emit('library.status', statusOf(library));
        parts.reader.wake();
      }),
    'library.export': ({ path }) => jobs.run('export', 'export', (job) => exportTo(path, parts, job.progress)),
    'library.exportItems': ({ path, format, ids, language }) =>
      jobs.run('export', 'export', async (job) => {
        const items = ids === null ? [...library.items()] : ids.flatMap((id) => library.get(id) ?? []);
        return { path, ...(await exportItems(library, { items, format, path, language }, job)) };
      }),
    'library.sitePreview': ({ spaces }) => sitePreview(library.items(), new Set(spaces)),
    'library.publish': ({ folder, spaces, title, despite }) =>
      jobs.run('publish', 'publish', async () => {
        for (const id of spaces) await parts.guard.allow('publish', { kind: 'space', id }, despite);
        const { resources, clock } = parts;
        return publishSite({ library, spaces, title, folder, resources, language: 'nl', now: clock() });
      }),
    'library.loadSample': () => jobs.run('sample', 'sample', (job) => loadSample(parts, job)),
  };
}

function stateOf(library: Library, space: SpaceInfo): SpaceState {
  const items = library.database
    .prepare('SELECT count(*) AS items FROM core_items WHERE space = ?')
    .get<{ items: number }>(space.id)?.items;
  return { ...space, items: items ?? 0, hash: library.stateHash(space.id) };
}

/** One JSON document: every item as it is now, and every revision it came from. Written beside its place and then renamed. Errors: `write-failed`, `disk-full`. */
async function exportTo(
  path: string,
  { library }: Parts,
  progress: (now: { done: number; total: number }) => void,
): Promise<{ path: string; items: number }> {
  const partial = `${path}.partial`;
  let items = 0;
  const pieces = function* (): Generator<string> {
    yield '{"format":"raakvlak-export","version":1,"items":[';
    for (const state of library.items()) {
      yield `${items === 0 ? '' : ','}\n${JSON.stringify(state)}`;
      items += 1;
      progress({ done: items, total: 0 });
    }
    yield '\n],"revisions":[';
    let first = true;
    for (const line of library.exportRevisions()) {
      yield `${first ? '' : ','}\n${line}`;
      first = false;
    }
    yield '\n]}\n';
  };
  try {
    await pipeline(Readable.from(pieces()), createWriteStream(partial));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw writeError(error, path);
  }
  return { path, items };
}
