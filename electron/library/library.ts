import type { Library, LibraryOptions } from './library-types';

export type * from './library-types';

export function openLibrary(_options: LibraryOptions): Promise<Library> {
  throw new Error('being built');
}
