import { AppError } from '../../shared/base/errors';
import type { BlobHash, ItemId } from '../../shared/base/ids';
import { contract, type CallInput, type CallName, type CallOutput } from '../../shared/contract';
import type { WorkingCopy } from '../../shared/model/draft';
import type { ServiceSettings } from '../../shared/model/settings';
import { discardIndexFile } from '../library/index-file';
import { openLibrary } from '../library/library';
import type { Library } from '../library/library-types';
import { createAnalyser } from '../search/dutch/analyse';
import { dutchWords } from '../search/dutch/dutch-words';
import { itemIndexFactory } from '../search/item-index';
import { openSearch, type Search } from '../search/search';
import type { FreshTexts } from '../search/text-writer';
import { createBackground, type Background } from './background';
import { libraryHandlers, type HandlerTable } from './handlers';
import { imageOf } from './drafts/images';
import { writeFileAtomic } from '../library/write-file-atomic';
import type { DraftPage } from './export/draft-page';
import { fileVersion } from './file-versions';
import { fileOf } from './handlers/items';
import { createInsight } from './insight';
import { statusOf } from './library-status';
import { openParts } from './open-parts';
import type { Parts } from './service';
import type { ServiceOptions } from './service-options';

/** The library with everything around it, as the window, the command line, the tests and the benchmarks use it. */
export interface Service {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** The bytes of an item's file, or of that version of it; null when it has none here. */
  locateFile(item: string, hash?: string | null): { path: string; mediaType: string } | null;
  /** The bytes of a picture of a draft, or null when it has none such here. */
  locateImage(draft: string, hash: string): { path: string; mediaType: string } | null;
  /** A working copy of an item's file, made when it was not there. */
  openCopy(item: ItemId): Promise<WorkingCopy>;
  /** Writes a copy of a draft that is a PDF, with its state on every page; false when the draft is a text, which is to be printed. */
  stampPdf(item: ItemId, language: 'nl' | 'en', path: string): Promise<boolean>;
  /** A draft as a page to be printed. */
  draftPage(item: ItemId, language: 'nl' | 'en'): Promise<DraftPage>;
  /** The recovery sheet that was made last, as a page to be printed. Error: `recovery-no-sheet`. */
  recoveryPage(language: 'nl' | 'en'): Promise<DraftPage>;
  changeSettings(settings: ServiceSettings): void;
  /** Resolves when the texts of all files that are here have been read. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const manyItems = 1_000;

/**
 * Opens the library and all that works on it. Calls are answered from then on; texts that are missing are read in the background, and shared folders
 * are looked at once the first list has been answered. Errors: as `openLibrary`.
 */
export async function openService(options: ServiceOptions): Promise<Service> {
  if (options.freshIndex === true) await discardIndexFile(options.folder);
  const words = dutchWords(options.resources);
  const analyser = createAnalyser(words.split);
  const fresh: FreshTexts = new Map();
  const insight = createInsight(analyser, words.split);
  let background: Background | null = null;
  const library = await openLibrary({
    folder: options.folder,
    witnessFolder: options.configFolder,
    clock: options.clock,
    random: options.random,
    index: itemIndexFactory(analyser, fresh),
    ...(options.secretBox === undefined ? {} : { secretBox: options.secretBox }),
    onChange: (change) => {
      insight.changed(change.items);
      options.emit('items.changed', { ids: change.items.length > manyItems ? null : change.items });
      background?.changed(change);
    },
    onProgress: ({ phase, done, total }) => tellOpening(options, phase, done, total),
    onProblem: () => undefined,
    onErased: () => background?.erased(),
  });
  const { parts, changeSettings } = await openParts(
    library,
    openSearch(library.database, { words, fresh }),
    insight,
    options,
  );
  const handlers = libraryHandlers(parts);
  background = createBackground(parts, options, async () => {
    // What is asked next should not wait for it either.
    await handlers.later();
    await keepUp(parts);
  });
  options.emit('library.status', statusOf(library));
  // The first list needs what this reads, and whoever asks for it is still starting.
  parts.search.counts();
  parts.reader.wake();
  return serviceOf(parts, handlers, background, changeSettings);
}

/** Ends the rights that have passed, and gives one's other devices what is theirs. */
async function keepUp(parts: Parts): Promise<void> {
  const { endWhatHasPassed } = await import('./handlers/access');
  await Promise.all([endWhatHasPassed(parts), parts.recovery.keepUp()]);
}

function serviceOf(
  parts: Parts,
  { first, later }: HandlerTable,
  background: Background,
  changeSettings: Service['changeSettings'],
): Service {
  const { library, search, jobs, sharing, reader, extractor, fullSearch } = parts;
  return {
    call: async (name, input) => {
      const checked = contract[name].input.safeParse(input);
      if (!checked.success) throw new AppError('message-invalid', { name });
      const handlers = (name in first ? first : await later()) as Record<
        string,
        ((input: unknown) => unknown) | undefined
      >;
      const handler = handlers[name];
      if (handler === undefined) throw new AppError('message-invalid', { name });
      const answer = await handler(checked.data);
      if (name === 'items.query') background.listAnswered();
      return answer as never;
    },
    locateFile: (item, hash) => locateFile(library, item, hash ?? null),
    locateImage: (draft, hash) => {
      const image = imageOf(library, draft as ItemId, hash as BlobHash);
      return image === null ? null : locateFile(library, image.id, null);
    },
    openCopy: (item) => parts.copies.open(item),
    stampPdf: async (item, language, path) => {
      const { stampedFile } = await import('./export/stamped-file');
      const stamped = await stampedFile(library, item, 'pdf', language);
      if (stamped !== null) await writeFileAtomic(path, stamped);
      return stamped !== null;
    },
    recoveryPage: (language) => parts.recovery.page(language),
    draftPage: async (item, language) => {
      const [{ draftDocument }, { draftPage }] = await Promise.all([
        import('./export/draft-document'),
        import('./export/draft-page'),
      ]);
      return draftPage(await draftDocument(library, item, language));
    },
    changeSettings,
    settled: () => {
      reader.wake();
      return reader.idle();
    },
    close: async () => {
      await background.close();
      jobs.cancelAll();
      await parts.copies.close();
      await sharing.close();
      await reader.close();
      await extractor.close();
      await fullSearch.close();
      closeSearch(search);
      await library.close();
    },
  };
}

/** What it leaves can be missed: a full disk keeps nobody from closing. */
function closeSearch(search: Search): void {
  try {
    search.close();
  } catch (error) {
    console.error(error);
  }
}

function tellOpening(
  { emit, folder }: ServiceOptions,
  phase: 'rebuild' | 'verify' | 'erase',
  done: number,
  total: number,
): void {
  if (phase === 'rebuild')
    emit('library.status', { state: 'rebuilding', folder, error: null, problems: [], spaces: [] });
  const kind = phase === 'rebuild' ? 'rebuild' : 'verify';
  emit('job.progress', {
    job: phase,
    kind,
    done,
    total,
    failed: 0,
    current: null,
    state: done >= total ? 'done' : 'running',
  });
}

function locateFile(library: Library, item: string, hash: string | null): { path: string; mediaType: string } | null {
  const state = library.get(item as ItemId);
  const file = state === null ? null : hash === null ? fileOf(state) : fileVersion(library, state, hash);
  return file === null || !library.hasBlob(file.hash)
    ? null
    : { path: library.blobPath(file.hash), mediaType: file.mediaType };
}
