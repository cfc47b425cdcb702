import { proposePassword } from '../../package/password';
import { checkOrder, packagedDocuments, writePackage } from '../export/package/make-package';
import type { LibraryHandlers, Parts } from '../service';
import { existing } from './items';
import { logShares } from './shares';
import { bringFiles } from './spaces';

type Names = 'package.password' | 'package.make';

/** Packages for people without the app. */
export function packageHandlers(parts: Parts): Pick<LibraryHandlers, Names> {
  const { library, guard, jobs, random, clock } = parts;
  return {
    'package.password': () => ({ password: proposePassword(random) }),
    'package.make': ({ ids, redact, despite, ...input }) =>
      jobs.run('package', 'export', async (job) => {
        checkOrder(input, clock());
        const items = [...new Set(ids)].map((id) => existing(library, id));
        const originals = items.map(({ id }) => id);
        await bringFiles(parts, items);
        const all = redact ? (await guard.redactedCopies(originals)).map(({ to }) => to) : originals;
        await guard.allow('package', { kind: 'items', ids: all }, despite);
        const order = { ...input, items: all.map((id) => existing(library, id)) };
        const documents = await packagedDocuments(parts, order, job);
        await logShares(parts, items, 'package', `${input.madeFor} (${input.until})`);
        return writePackage(parts, order, documents);
      }),
  };
}
