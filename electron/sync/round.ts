import { bringMarker } from './brake';
import { fetchFiles } from './fetch-files';
import { bringKeys, fetchKeys } from './keys';
import { look } from './look';
import { bringNotices, fetchNotices } from './notices';
import { publish } from './publish';
import { answerMissing, putBackAll } from './put-back';
import { receiveLogs } from './receive-logs';
import type { RoundContext, RoundReport } from './round-context';

/**
 * One round of one space over one shared folder: look, take in what is new, put what it lacks, answer what others miss, fetch files. The
 * catalogue comes before the files, both ways in one round. Nothing is ever deleted because it is absent (F23). Can be broken off at any point and
 * repeated. Throws `Braked`; errors: AppError `cancelled`, `space-newer`, those of the transport and of the library.
 */
export async function runRound(context: RoundContext): Promise<RoundReport> {
  const { state, transport, clock, report, mode } = context;
  if (mode.sendOnly !== true) await takeInNews(context);
  if (transport.canWrite) {
    await bringMarker(context);
    if (context.mode.putBack) await putBackAll(context);
    await bringKeys(context);
    await bringNotices(context);
    await publish(context);
    await answerMissing(context);
  }
  await fetchFiles(context);
  if (report.logFilesMissing === 0) state.syncedAt = clock().toISOString();
  return report;
}

/** What could not be read is looked at again in the same round when its key has come. */
async function takeInNews(context: RoundContext): Promise<void> {
  const listing = await look(context);
  await fetchNotices(context);
  await fetchKeys(context);
  await receiveLogs(context, listing);
  if (await fetchKeys(context, true)) await receiveLogs(context, listing);
}
