import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/base/errors';
import type { SpaceId } from '../../shared/base/ids';
import type { Language } from '../../shared/messages/text';
import type { Library } from '../library/library-types';
import { publicRecords } from './public-records';
import { sitePages } from './site-pages';
import { writeSite } from './write-site';

export interface PublishOptions {
  readonly library: Library;
  readonly spaces: readonly SpaceId[];
  /** The name of the first space when left out. */
  readonly title?: string | undefined;
  readonly language: Language;
  /** Where `site/` with the style and the search script is. */
  readonly resources: string;
  readonly folder: string;
  readonly now: Date;
}

/**
 * Makes a website of the open catalogue that needs no server: readable without scripts, searchable from a disk.
 * Errors: `publish-space-not-open` (name), `space-not-found`, `publish-folder-not-empty`, `write-failed`.
 */
export async function publishSite(
  options: PublishOptions,
): Promise<{ readonly records: number; readonly files: number }> {
  const { library, folder, resources } = options;
  const spaces = options.spaces.map((id) => {
    const space = library.spaces().find((one) => one.id === id);
    if (space === undefined) throw new AppError('space-not-found');
    if (space.kind !== 'open') throw new AppError('publish-space-not-open', { name: space.name });
    return space;
  });
  const records = publicRecords(library.items(), new Set(options.spaces));
  const names = spaces.map(({ name }) => name);
  const site = {
    title: options.title ?? names[0] ?? 'Raakvlak',
    language: options.language,
    spaces: names,
    madeAt: options.now.toISOString(),
  };
  const fixed = await Promise.all(
    ['style.css', 'search.js'].map(async (path) => ({
      path,
      text: await readFile(join(resources, 'site', path), 'utf8'),
    })),
  );
  const files = [...sitePages(site, records), ...fixed];
  await writeSite(folder, files);
  return { records: records.length, files: files.length };
}
