import { z } from 'zod';
import { AppError } from '../../shared/base/errors';
import type { DeviceId, SpaceId } from '../../shared/base/ids';
import { personSchema } from '../../shared/access/change';
import { grantableRoles, type GrantableRole } from '../../shared/access/role';
import type { AccessRequest, OwnRequest } from '../../shared/model/access';
import { readLimited } from '../library/files';
import { limits } from '../library/limits';
import type { Library } from '../library/library-types';
import { writeFileAtomic } from '../library/write-file-atomic';
import type { Bytes } from './age/age';
import { readRecipient } from './age/x25519';
import { wordsOfDevice } from './fingerprint';
import { invitedAs } from './invitations';
import { noticeAt, noticesIn } from './notice-files';
import { requestRecipient } from './request-key';
import { openContent, sealContent } from './sealed-content';

const askedSchema = z.strictObject({
  person: personSchema,
  recipient: z.string().max(120),
  reason: z.string().max(2_000),
  role: z.enum(grantableRoles),
  at: z.string().max(40),
  invitation: z.string().max(100).nullable(),
});
const answerSchema = z.strictObject({
  outcome: z.literal('declined'),
  edition: z.number(),
  reason: z.string().max(2_000),
  at: z.string().max(40),
});

type Asked = z.output<typeof askedSchema>;

/** A request as its coordinator can act on it. */
export interface ReadRequest extends AccessRequest {
  readonly key: string;
  readonly recipient: string;
  readonly person: Asked['person'];
  readonly edition: number;
  readonly path: string;
  readonly token: string | null;
}

export interface AskParts {
  readonly library: Library;
  readonly random: Bytes;
  readonly now: () => Date;
}

const own = 'request.json';

/**
 * Writes a signed request into the copy of a closed space, encrypted to its newest key as far as that is known outside: those who have access read who asks, others only that a device did. The next
 * round puts it in the folder. Asking again takes the place of what was asked before. Errors: `access-no-name`, `space-damaged`.
 */
export async function askForAccess(
  { library, random, now }: AskParts,
  id: SpaceId,
  {
    person,
    role,
    reason,
    invitation = null,
  }: Pick<Asked, 'person' | 'role' | 'reason'> & { invitation?: string | null },
): Promise<void> {
  if (person.name.trim() === '') throw new AppError('access-no-name');
  const space = library.space(id);
  const access = library.access(id);
  const to = await requestRecipient(space);
  if (to === null) throw new AppError('space-damaged');
  const { device, recipient } = await access.ownDevice();
  const path = `requests/${device}.json`;
  const edition = ((await noticeAt(space, path))?.edition ?? 0) + 1;
  const asked: Asked = { person, recipient, role, reason, at: now().toISOString(), invitation };
  const sealed = sealContent(asked, to, random);
  await writeFileAtomic(space.pathOf(path), await access.sign({ edition, sealed }));
  // Only the others can open it, so what was asked is kept here too.
  await writeFileAtomic(space.pathOf(own), Buffer.from(JSON.stringify({ ...asked, edition })));
}

/** Requests that no membership change has answered, oldest first. For whom has a key of the space; empty for others. */
export async function requestsOf(library: Library, id: SpaceId): Promise<readonly ReadRequest[]> {
  const space = library.space(id);
  const access = library.access(id);
  const answered = answeredIn(access.membership().steps);
  const read = (await noticesIn(space, 'requests')).flatMap((notice): readonly ReadRequest[] => {
    const { device, key, edition, path } = notice;
    if (notice.kind !== 'request' || answered.has(requestName({ device, edition }))) return [];
    const asked = openContent(notice.content['sealed'], access, askedSchema);
    if (asked === null || readRecipient(asked.recipient) === null) return [];
    const { person, recipient, reason, role, at, invitation: token } = asked;
    const known = access.membership().now.of(device)?.person.name ?? null;
    const words = wordsOfDevice({ key, recipient });
    return [
      {
        device,
        key,
        recipient,
        person,
        ...person,
        reason,
        role,
        at,
        words,
        known,
        edition,
        path,
        token,
        invitation: null,
      },
    ];
  });
  const found = await Promise.all(
    read.map(async (each) => ({ ...each, invitation: await invitedAs(library, id, each.token) })),
  );
  return found.sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** What a membership change says that it answers. */
export function requestName({ device, edition }: { readonly device: DeviceId; readonly edition: number }): string {
  return `${device}-${edition}`;
}

function answeredIn(steps: ReturnType<ReturnType<Library['access']>['membership']>['steps']): ReadonlySet<string> {
  const counting = steps.filter(({ fault }) => fault === null).flatMap(({ changes }) => changes);
  return new Set(
    counting.flatMap((change) =>
      (change.kind === 'rights' || change.kind === 'decline') && change.request !== undefined ? [change.request] : [],
    ),
  );
}

/** What this device asked, and what came of it. */
export async function ownRequest(library: Library, id: SpaceId): Promise<OwnRequest | null> {
  const space = library.space(id);
  const access = library.access(id);
  const kept = await keptRequest(library, id);
  if (kept === null) return null;
  const { device, key, recipient } = await access.ownDevice();
  const answers = (await noticesIn(space, 'requests'))
    .filter((notice) => notice.kind === 'answer' && notice.about === device)
    .map((notice) => openContent(notice.content['sealed'], access, answerSchema))
    .filter((answer) => answer !== null && answer.edition === kept.edition);
  const declined = answers[0] ?? null;
  return {
    ...{ at: kept.at, role: kept.role, reason: kept.reason, words: wordsOfDevice({ key, recipient }) },
    declined: declined === null ? null : { reason: declined.reason, at: declined.at },
  };
}

async function keptRequest(
  library: Library,
  id: SpaceId,
): Promise<{ at: string; role: GrantableRole; reason: string; edition: number } | null> {
  const bytes = await readOwn(library, id);
  const parsed = askedSchema.extend({ edition: z.number() }).safeParse(bytes);
  return parsed.success ? parsed.data : null;
}

async function readOwn(library: Library, id: SpaceId): Promise<unknown> {
  const bytes = await readLimited(library.space(id).pathOf(own), limits.marker);
  try {
    return bytes instanceof Uint8Array ? JSON.parse(Buffer.from(bytes).toString('utf8')) : null;
  } catch {
    return null;
  }
}

/** Tells who asked, encrypted to them, that they were declined and why. */
export async function answerDeclined(
  { library, random, now }: AskParts,
  id: SpaceId,
  request: Pick<ReadRequest, 'device' | 'recipient' | 'edition'>,
  reason: string,
): Promise<void> {
  const access = library.access(id);
  const space = library.space(id);
  const to = readRecipient(request.recipient);
  if (to === null) throw new AppError('access-request-unknown');
  const { device } = await access.ownDevice();
  const path = `requests/${request.device}-${device}.json`;
  const edition = ((await noticeAt(space, path))?.edition ?? 0) + 1;
  const answer = { outcome: 'declined', edition: request.edition, reason, at: now().toISOString() };
  await writeFileAtomic(space.pathOf(path), await access.sign({ edition, sealed: sealContent(answer, to, random) }));
}
