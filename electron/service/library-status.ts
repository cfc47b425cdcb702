import type { LibraryStatus } from '../../shared/model/views';
import type { Library } from '../library/library-types';

export function statusOf(library: Library): LibraryStatus {
  return {
    state: 'open',
    folder: library.folder,
    error: null,
    problems: library.problems().map(({ code, file }) => ({ code, params: { file } })),
    spaces: [...library.spaces()],
  };
}
