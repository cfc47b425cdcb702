import { resolve } from 'node:path';
import { AppError } from '../../../shared/base/errors';
import type { ItemId } from '../../../shared/base/ids';
import type { JsonValue } from '../../../shared/base/json';
import { fillText } from '../../../shared/messages/fill';
import { guardTexts } from '../../../shared/messages/ui/guard';
import type { SpaceStatus } from '../../../shared/model/sync';
import type { Service } from '../open-service';
import { despite, unlessStopped } from './guard-commands';
import { valueOf } from './item-commands';
import { done, messageOf, someFailed, type Run, type Runner } from './output';
import { namedSpace, statusText } from './space-commands';

type Names = 'sync' | 'conflicts' | 'resolve' | 'bundle make' | 'bundle open' | 'log';

export const syncCommands: Readonly<Record<Names, Runner>> = {
  sync: async (run) => {
    const statuses = await run.service.call('sync.now', { id: null });
    await run.service.settled();
    printStatuses(run, statuses);
    return run.line.options.watch ? watch(run) : exitCode(statuses);
  },
  conflicts: async ({ service, print }) => {
    const conflicts = await conflictsIn(service);
    print(conflicts, () => conflicts.map(conflictText).join('\n'));
    return done;
  },
  resolve: resolveConflict,
  'bundle make': async (run) => {
    const { service, line, print } = run;
    const [name = '', path = ''] = line.values;
    const { id } = await namedSpace(service, name);
    return unlessStopped(run, { kind: 'space', id }, async () => {
      const { all } = line.options;
      const made = await service.call('bundle.make', { id, path: resolve(path), all, ...despite(run) });
      print(made, () => `${made.files} files, ${made.sizeBytes} bytes → ${made.path}`);
      return done;
    });
  },
  'bundle open': async ({ service, line, print }) => {
    const opened = await service.call('bundle.open', { path: resolve(line.values[0] ?? '') });
    await service.settled();
    print(opened, () =>
      [
        `${opened.name}: ${opened.changes} changes, ${opened.files} files`,
        ...opened.refused.map(({ code, params }) => messageOf(code, params)),
        ...(opened.personal === 0 ? [] : [fillText(guardTexts.bundleMany.en, { n: opened.personal })]),
      ].join('\n'),
    );
    return opened.refused.length + opened.personal === 0 ? done : someFailed;
  },
  log: async ({ service, line, print }) => {
    const lines = await service.call('sync.log', { id: null, limit: line.options.limit });
    print(lines, () =>
      lines.map(({ at, level, code, params }) => `${at} ${level} ${code} ${JSON.stringify(params)}`).join('\n'),
    );
    return done;
  },
};

function printStatuses({ print }: Pick<Run, 'print'>, statuses: readonly SpaceStatus[]): void {
  print(statuses, () => statuses.map(statusText).join('\n'));
}

function exitCode(statuses: readonly SpaceStatus[]): number {
  const sound = statuses.every(
    ({ fault, brake, quarantined }) => fault === null && brake === null && quarantined === 0,
  );
  return sound ? done : someFailed;
}

/** Prints the statuses whenever they say something new, until somebody stops it. */
async function watch(run: Run): Promise<number> {
  let last = '';
  let statuses: readonly SpaceStatus[] = [];
  const look = async (): Promise<void> => {
    statuses = await run.service.call('spaces.list', undefined);
    const text = JSON.stringify(statuses);
    if (text !== last) printStatuses(run, statuses);
    last = text;
  };
  run.onSpaces(() => void look());
  await run.untilStopped();
  return exitCode(statuses);
}

interface Version {
  readonly value: JsonValue;
  readonly at: string;
  readonly who: string;
}
interface Conflict {
  readonly item: ItemId;
  readonly type: string;
  readonly title: string;
  readonly fields: readonly { readonly field: string; readonly versions: readonly Version[] }[];
}

async function conflictsIn(service: Service): Promise<readonly Conflict[]> {
  const lines = await service.call('conflicts.list', { space: null });
  const conflicts: Conflict[] = [];
  for (const { item, type, title } of lines) {
    const { state, authors } = await service.call('items.get', { id: item });
    const fields = state.conflicts.map(({ field, versions }) => ({
      field,
      versions: versions.map(({ value, at, device }) => ({ value, at, who: authors[device]?.name ?? device })),
    }));
    conflicts.push({ item, type, title, fields });
  }
  return conflicts;
}

function conflictText({ item, title, fields }: Conflict): string {
  return [
    `${item}  ${title}`,
    ...fields.flatMap(({ field, versions }) =>
      versions.map(({ value, at, who }, n) => `    ${field} ${n + 1}: ${JSON.stringify(value)}  (${who}, ${at})`),
    ),
  ].join('\n');
}

async function resolveConflict({ service, line, print }: Run): Promise<number> {
  const [item = '', field = ''] = line.values;
  const { take, value } = line.options;
  const id = item as ItemId;
  const { state } = await service.call('items.get', { id });
  const conflict = state.conflicts.find((each) => each.field === field);
  if (conflict === undefined) throw new AppError('field-invalid', { field });
  const version = take === null ? undefined : conflict.versions[take - 1];
  if (take !== null && version === undefined) throw new AppError('field-invalid', { field });
  const chosen = version?.value ?? valueOf(String(state.fields['type'] ?? ''), field, value ?? '');
  const detail = await service.call('items.resolve', { id, field, value: chosen });
  print(detail, () => `${field}: ${JSON.stringify(detail.state.fields[field])}`);
  return done;
}
