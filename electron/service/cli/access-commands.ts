import { AppError } from '../../../shared/base/errors';
import type { DeviceId, ItemId, RevisionId, SpaceId } from '../../../shared/base/ids';
import { roles, type GrantableRole, type Role } from '../../../shared/access/role';
import type {
  AccessLogLine,
  AccessRequest,
  AccessView,
  Card,
  MemberLine,
  SetAsideLine,
} from '../../../shared/model/access';
import type { CommandName } from './commands';
import { done, type Run, type Runner } from './output';
import { namedSpace } from './space-commands';

type Names = Extract<CommandName, `access ${string}`>;

/** Closed spaces: asking for access, giving it, and what came of it. */
export const accessCommands: Readonly<Record<Names, Runner>> = {
  'access show': async (run) => {
    const id = await spaceIn(run);
    const look = await run.service.call('access.look', { id });
    run.print(look, () => lookText(look));
    return done;
  },
  'access ask': async (run) => {
    const id = await spaceIn(run);
    const { role, reason, invitation } = run.line.options;
    const asked = { role: granted(role ?? 'read'), reason: reason ?? '' };
    await run.service.call('access.ask', { id, ...asked, ...(invitation === null ? {} : { invitation }) });
    const look = await sent(run, id, () => run.service.call('access.look', { id }));
    run.print(look, () => lookText(look));
    return done;
  },
  'access invite': async (run) => {
    const id = await spaceIn(run);
    const role = granted(run.line.options.role ?? 'read');
    const made = await run.service.call('access.invite', { id, role, whom: run.line.values[1] ?? '' });
    run.print(made, () => made.link);
    return done;
  },
  'access requests': async (run) => {
    const id = await spaceIn(run);
    const requests = await run.service.call('access.requests', { id });
    run.print(requests, () => requests.map(requestText).join('\n'));
    return done;
  },
  'access grant': async (run) => {
    const id = await spaceIn(run);
    const { role, until, reason } = run.line.options;
    const decision = { role: granted(role ?? 'read'), until, reason: reason ?? '' };
    const members = await run.service.call('access.grant', { id, device: deviceIn(run), ...decision });
    return printMembers(run, await sent(run, id, async () => members));
  },
  'access grant-device': async (run) => {
    const id = await spaceIn(run);
    const member = (run.line.values[2] ?? '') as DeviceId;
    const members = await run.service.call('access.grantDevice', { id, device: deviceIn(run), member });
    return printMembers(run, await sent(run, id, async () => members));
  },
  'access decline': async (run) => {
    const id = await spaceIn(run);
    const reason = run.line.options.reason ?? '';
    const left = await run.service.call('access.decline', { id, device: deviceIn(run), reason });
    await sent(run, id, async () => left);
    run.print(left, () => left.map(requestText).join('\n'));
    return done;
  },
  'access members': async (run) =>
    printMembers(run, await run.service.call('access.members', { id: await spaceIn(run) })),
  'access change': async (run) => {
    const id = await spaceIn(run);
    const { role, until, reason } = run.line.options;
    if (role === null) throw new AppError('field-invalid', { field: 'role' });
    const change = { member: deviceIn(run), role: role as Role, until, reason: reason ?? '' };
    const members = await run.service.call('access.change', { id, ...change });
    return printMembers(run, await sent(run, id, async () => members));
  },
  'access aside': async (run) => printAside(run, await run.service.call('access.setAside', { id: await spaceIn(run) })),
  'access accept': async (run) => {
    const id = await spaceIn(run);
    const revisions = run.line.values.slice(1) as RevisionId[];
    const left = await run.service.call('access.accept', { id, revisions, reason: run.line.options.reason ?? '' });
    return printAside(run, await sent(run, id, async () => left));
  },
  'access log': async (run) => {
    const log = await run.service.call('access.log', { id: await spaceIn(run) });
    run.print(log, () => log.map(logText).join('\n'));
    return done;
  },
  'access show-card': async (run) => {
    const id = await spaceIn(run);
    return printCards(
      run,
      id,
      await run.service.call('access.showCard', { id, item: (run.line.values[1] ?? '') as ItemId }),
    );
  },
  'access hide-card': async (run) => {
    const id = await spaceIn(run);
    return printCards(run, id, await run.service.call('access.hideCard', { id, card: run.line.values[1] ?? '' }));
  },
  'access drop': async (run) => {
    const id = await spaceIn(run);
    const reason = run.line.options.reason ?? '';
    const members = await run.service.call('access.dropDevice', { id, device: deviceIn(run), reason });
    return printMembers(run, await sent(run, id, async () => members));
  },
};

async function printCards(run: Run, id: SpaceId, cards: readonly Card[]): Promise<number> {
  await sent(run, id, async () => cards);
  run.print(cards, () => cards.map(({ id: card, title, owner }) => `${card}  ${title}  (${owner})`).join('\n'));
  return done;
}

async function spaceIn({ service, line }: Run): Promise<SpaceId> {
  return (await namedSpace(service, line.values[0] ?? '')).id;
}

const deviceIn = ({ line }: Run): DeviceId => (line.values[1] ?? '') as DeviceId;

/** Error: `field-invalid` (role). */
function granted(role: string): GrantableRole {
  if (!roles.includes(role as Role) || role === 'none') throw new AppError('field-invalid', { field: 'role' });
  return role as GrantableRole;
}

/** What was decided is in the folder before the command is done, when the folder can be reached. */
async function sent<T>({ service }: Run, id: SpaceId, answer: () => Promise<T>): Promise<T> {
  await service.call('sync.now', { id });
  return answer();
}

function lookText({ name, owner, words, cards, role, until, asked }: AccessView): string {
  return [
    `${name}${owner === null ? '' : `  (${owner})`}`,
    `    this space: ${words.join(' ')}`,
    `    role: ${role ?? 'none'}${until === null ? '' : ` until ${until}`}`,
    ...cards.map((each) => `    card: ${each.title}  (${each.owner})`),
    ...(asked === null ? [] : [`    asked: ${asked.role} at ${asked.at}`, `    your words: ${asked.words.join(' ')}`]),
    ...(asked?.declined == null ? [] : [`    declined: ${asked.declined.reason}`]),
  ].join('\n');
}

function requestText({ device, name, organisation, role, reason, at, words, invitation }: AccessRequest): string {
  return [
    `${device}  ${name}, ${organisation}`,
    `    ${role}, ${at}: ${reason}`,
    `    words: ${words.join(' ')}${invitation === null ? '' : `  (invited: ${invitation})`}`,
  ].join('\n');
}

function printMembers({ print }: Run, members: readonly MemberLine[]): number {
  print(members, () =>
    members
      .map(({ id, name, organisation, role, until }) =>
        [id, role.padEnd(10), until ?? '-'.padEnd(10), name, organisation].join('  '),
      )
      .join('\n'),
  );
  return done;
}

function printAside({ print }: Run, lines: readonly SetAsideLine[]): number {
  print(lines, () =>
    lines
      .map(({ revision, who, title, at, fault }) => `${revision}  ${at}  ${who}: ${title ?? '-'}  (${fault.why})`)
      .join('\n'),
  );
  return done;
}

function logText({ at, who, whom, change, fault, id, n }: AccessLogLine): string {
  const about =
    change.kind === 'rights' ? `${change.role}${change.until === null ? '' : ` until ${change.until}`}` : '';
  const what = [change.kind, whom ?? '', about].filter(Boolean).join(' ');
  return `${at}  ${who}  ${what}${fault === null ? '' : `  (does not count: ${fault.why})`}  #${n} ${id}`;
}
