import type { RevisionStore } from './revision-store';

const pageSize = 500;

/** Every revision as a line of JSON, `{space, header, body}`, log by log in order of `n`; some hundreds in memory at a time. */
export function* exportRevisions(revisions: RevisionStore): IterableIterator<string> {
  for (const { space, device } of revisions.logs()) {
    const end = revisions.logEnd(space, device)?.n ?? 0;
    for (let from = 1; from <= end; from += pageSize) {
      for (const revision of revisions.ofLog(space, device, from, from + pageSize - 1))
        yield JSON.stringify({ space, ...revision });
    }
  }
}
