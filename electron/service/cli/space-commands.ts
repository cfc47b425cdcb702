import { resolve } from 'node:path';
import { AppError } from '../../../shared/base/errors';
import type { ItemId } from '../../../shared/base/ids';
import type { Place, SpaceStatus } from '../../../shared/model/sync';
import type { Service } from '../open-service';
import { despite, unlessStopped } from './guard-commands';
import { done, messageOf, someFailed, type Run, type Runner } from './output';

type Names =
  'space create' | 'space open' | 'space list' | 'space leave' | 'space resume' | 'space move' | 'publish-to';

export const spaceCommands: Readonly<Record<Names, Runner>> = {
  'space create': async (run) => {
    const { at, closed, owner } = run.line.options;
    const place = at === null ? null : await placeOf(run, at);
    const name = run.line.values[0] ?? '';
    const { id } = await run.service.call('spaces.create', {
      name,
      place,
      closed,
      ...(owner === null ? {} : { owner }),
    });
    return settled(run, id);
  },
  'space open': async (run) => {
    const { id } = await run.service.call('spaces.open', { place: await placeOf(run, run.line.values[0] ?? '') });
    return settled(run, id);
  },
  'space list': async ({ service, print }) => {
    const spaces = await service.call('sync.status', undefined);
    print(spaces, () => spaces.map(statusText).join('\n'));
    return done;
  },
  'space leave': async ({ service, line, print }) => {
    const { id, name } = await namedSpace(service, line.values[0] ?? '');
    await service.call('spaces.leave', { id });
    print({ left: id }, () => `- ${id}  ${name}`);
    return done;
  },
  'space resume': async (run) => {
    const { id } = await namedSpace(run.service, run.line.values[0] ?? '');
    await run.service.call('sync.resume', { id });
    return settled(run, id);
  },
  'space move': async (run) => {
    const [name = '', to = ''] = run.line.values;
    const { id } = await namedSpace(run.service, name);
    await run.service.call('spaces.move', { id, place: await placeOf(run, to) });
    return settled(run, id);
  },
  'publish-to': async (run) => {
    const { service, line, print } = run;
    const [name = '', ...given] = line.values;
    const ids = given as ItemId[];
    const { id: space } = await namedSpace(service, name);
    return unlessStopped(run, { kind: 'items', ids }, async () => {
      const published = await service.call('spaces.publish', { ids, space, move: line.options.move, ...despite(run) });
      print(published, () => published.map(({ from, to }) => `${from} → ${to}`).join('\n'));
      return done;
    });
  },
};

/** By id or by name, when that names one. Error: `space-not-found`. */
export async function namedSpace(service: Service, text: string): Promise<SpaceStatus> {
  const all = await service.call('spaces.list', undefined);
  const named = all.filter(({ id, name }) => id === text || name === text);
  const [only] = named;
  if (only === undefined || named.length > 1) throw new AppError('space-not-found');
  return only;
}

export async function placeOf({ line, password }: Run, text: string): Promise<Place> {
  if (!/^https?:\/\//i.test(text)) return { kind: 'folder', path: resolve(text) };
  const { user } = line.options;
  if (user === null) return { kind: 'webdav', url: text };
  return { kind: 'webdav', url: text, user, password: (await password(text)) ?? '' };
}

/** A first round, so that the folder holds what it should when the command is done. A space that is only here needs none. */
async function settled({ service, print }: Run, id: SpaceStatus['id']): Promise<number> {
  const of = (all: readonly SpaceStatus[]): SpaceStatus | undefined => all.find((one) => one.id === id);
  const before = of(await service.call('sync.status', undefined));
  const status = before?.place == null ? before : of(await service.call('sync.now', { id }));
  if (status === undefined) throw new AppError('space-not-found');
  await service.settled();
  print(status, () => statusText(status));
  return status.fault === null && status.brake === null ? done : someFailed;
}

export function statusText(status: SpaceStatus): string {
  const { id, name, state, place, toSend, toReceive, quarantined, conflicts, fault, brake } = status;
  return [
    `${id}  ${state.padEnd(8)} ${name}${place === null ? '' : `  (${place})`}`,
    ...(toSend.changes + toSend.files > 0 ? [`    to send: ${toSend.changes} changes, ${toSend.files} files`] : []),
    ...(toReceive.files + toReceive.held > 0
      ? [`    to receive: ${toReceive.files} files, ${toReceive.held} waiting`]
      : []),
    ...(conflicts > 0 ? [`    conflicts: ${conflicts}`] : []),
    ...(quarantined > 0 ? [`    set apart: ${quarantined}`] : []),
    ...(brake === null ? [] : [`    stopped: ${brake.reason} (${brake.gone} / ${brake.of})`]),
    ...(fault === null ? [] : [`    ${messageOf(fault.code, fault.params)}`]),
  ].join('\n');
}
