import { defaultSettings, type ServiceSettings } from '../../shared/model/settings';
import type { ItemId } from '../../shared/base/ids';
import type { SpaceStatus } from '../../shared/model/sync';
import type { Library } from '../library/library-types';
import { plainSecretBox } from '../library/secret-box';
import { openPasswordStore, type PasswordStore } from '../sync/password-store';
import { systemTimers, type Timers } from '../sync/timers';
import { attentionFor } from './attention';
import type { News } from './news';
import type { ServiceOptions } from './service-options';
import { createSharing, type Sharing } from './sharing';
import { throttled } from './throttled';

/** At most four times a second. */
const tellEveryMs = 250;
const never: Timers = { after: () => () => undefined };

export interface SharingHooks {
  readonly news: News;
  readonly settings: () => ServiceSettings;
  /** Told how the spaces are doing: somebody may have asked for access. */
  readonly looked: () => void;
  /** Files came in that were named before. */
  readonly filesArrived: () => void;
  /** Items whose files are kept here also where a space leaves them in its shared folder. */
  readonly keptItems: () => ReadonlySet<ItemId>;
}

/** The shared folders of a library, with what the window is told about them. */
export function openSharing(library: Library, options: ServiceOptions, hooks: SharingHooks): Sharing {
  const { clock, random, emit, env = {}, timers = systemTimers, background = true } = options;
  let told: readonly SpaceStatus[] = [];
  const tell = throttled(tellEveryMs, timers, (now: readonly SpaceStatus[]) => {
    emit('spaces.changed', now);
    for (const attention of attentionFor(told, now)) emit('sync.attention', attention);
    if (awaited(now) < awaited(told)) hooks.filesArrived();
    told = now;
    hooks.looked();
  });
  const sharing = createSharing({
    library,
    clock,
    // What looks by itself is called off without the background; what waits for another try is not.
    timers: background ? timers : never,
    openPlace: async (place) => {
      // Loaded with the first place: what talks to servers is large, and starting should not wait for it.
      const { placeOpener } = await import('../sync/transports/open-place');
      return placeOpener({ timers, random, env })(place);
    },
    passwords: lazyPasswords(
      options.passwords ?? (() => Promise.resolve(openPasswordStore(library.folder, plainSecretBox))),
    ),
    keptItems: hooks.keptItems,
    profile: () => hooks.settings().profile,
    onStatus: (now) => {
      for (const { id, kind, syncedAt } of now)
        if (kind !== 'private' && syncedAt !== null)
          hooks.news.begin(id).catch((error: unknown) => console.error(error));
      tell.call(now);
    },
  });
  return {
    ...sharing,
    close: () => {
      tell.stop();
      return sharing.close();
    },
  };
}

export function firstSettings({ settings }: ServiceOptions): ServiceSettings {
  return settings ?? defaultSettings;
}

function awaited(statuses: readonly SpaceStatus[]): number {
  return statuses.reduce((sum, { toReceive }) => sum + toReceive.files, 0);
}

function lazyPasswords(open: () => Promise<PasswordStore>): PasswordStore {
  let opened: Promise<PasswordStore> | null = null;
  const store = (): Promise<PasswordStore> => (opened ??= open());
  return {
    get: async (space) => (await store()).get(space),
    set: async (space, password) => (await store()).set(space, password),
  };
}
