import type { DeviceId, RevisionId } from '../base/ids';
import type { Revision, RevisionHeader } from '../revision/revision';
import type { Cut } from './change';

/** What the judge asks of the logs of a space. */
export interface Logs {
  /** True when the log that ends in `cut` cannot be shown to hold this revision, while another with its number is here. */
  isBesideLog(header: RevisionHeader, cut: Cut): boolean;
}

type Link = Pick<RevisionHeader, 'id' | 'n' | 'prev'>;

/** As `Logs` over all headers with the same number as the revision's up to that of the cut, of its device. */
export function isBeside(header: RevisionHeader, cut: Cut, links: Iterable<Link>): boolean {
  const byId = new Map<RevisionId, Link>();
  let twins = 0;
  for (const link of links) {
    byId.set(link.id, link);
    if (link.n === header.n) twins += 1;
  }
  if (twins < 2) return false;
  let at = byId.get(cut.revision);
  while (at !== undefined && at.n > header.n && at.prev !== null) at = byId.get(at.prev);
  return at?.id !== header.id;
}

/** The logs among these revisions. */
export function logsOf(revisions: Iterable<Revision>): Logs {
  const byDevice = new Map<DeviceId, Map<RevisionId, RevisionHeader>>();
  for (const { header } of revisions) {
    const log = byDevice.get(header.device) ?? new Map<RevisionId, RevisionHeader>();
    byDevice.set(header.device, log.set(header.id, header));
  }
  return {
    isBesideLog: (header, cut) => isBeside(header, cut, byDevice.get(header.device)?.values() ?? []),
  };
}

/** What was written after the cut, or beside the log that it ends. */
export function isPast(header: RevisionHeader, cut: Cut | null, logs: Logs): boolean {
  if (cut === null || header.n > cut.n) return true;
  if (header.n === cut.n) return header.id !== cut.revision;
  return logs.isBesideLog(header, cut);
}
