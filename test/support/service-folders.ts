import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openService, type Service } from '../../electron/service/open-service';
import type { ServiceOptions } from '../../electron/service/service-options';
import type { EventName, Events } from '../../shared/contract';
import { defaultSettings, serviceSettings } from '../../shared/model/settings';
import { testClock } from './library-folders';

export interface TestService {
  readonly service: Service;
  readonly clock: ReturnType<typeof testClock>;
  /** What the window was told, in order. */
  readonly events: { readonly name: EventName; readonly payload: unknown }[];
  readonly folder: string;
}

/** A library with everything around it, in `base/name`; shared folders are looked at when the test asks. */
export async function openTestService(
  base: string,
  name: string,
  more: Partial<ServiceOptions> = {},
): Promise<TestService> {
  const clock = testClock();
  const events: TestService['events'] = [];
  const folder = join(base, name, 'library');
  mkdirSync(folder, { recursive: true });
  const service = await openService({
    folder,
    configFolder: join(base, name, 'config'),
    resources: 'resources',
    builtFolder: join(base, 'not-built'),
    background: false,
    settings: {
      ...serviceSettings(defaultSettings),
      profile: { name, organisation: `Organisatie van ${name}`, role: '' },
    },
    clock,
    random: (sizeBytes) => randomBytes(sizeBytes),
    emit: <Name extends EventName>(event: Name, payload: Events[Name]) => void events.push({ name: event, payload }),
    ...more,
  });
  onTestFinished(() => service.close());
  return { service, clock, events, folder };
}
