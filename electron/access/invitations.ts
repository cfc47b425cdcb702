import { z } from 'zod';
import { AppError } from '../../shared/base/errors';
import type { SpaceId } from '../../shared/base/ids';
import { grantableRoles } from '../../shared/access/role';
import { readLimited } from '../library/files';
import { sha256 } from '../library/hash';
import type { Library } from '../library/library-types';
import { limits } from '../library/limits';
import type { Marker } from '../library/marker';
import { isSignedBy, readSignedJson } from '../library/signed-json';
import { deviceOf } from '../library/signing';
import { writeFileAtomic } from '../library/write-file-atomic';
import type { Bytes } from './age/age';

const prefix = 'raakvlak:uitnodiging#';
const largestLink = 4_000;
const mostKept = 500;
const kept = 'invitations.json';

const linkSchema = z.looseObject({
  format: z.literal(1),
  space: z.string(),
  device: z.string(),
  key: z.string().max(64),
  founder: z.string().max(64),
  role: z.enum(grantableRoles),
  token: z.string().regex(/^[0-9a-f]{32}$/),
});
const keptSchema = z.array(z.object({ hash: z.string(), whom: z.string(), at: z.string() }));
type Kept = z.output<typeof keptSchema>;

/**
 * A link for one person, to be sent by mail or on paper: it holds what tells the space from a false one, and a secret. Who asks with it needs no comparing of words: the
 * secret shows that the link reached them. It is good for one request; only its hash is kept here.
 */
export async function makeInvitation(
  { library, random, now }: { readonly library: Library; readonly random: Bytes; readonly now: () => Date },
  id: SpaceId,
  { role, whom }: { readonly role: (typeof grantableRoles)[number]; readonly whom: string },
): Promise<string> {
  const access = library.access(id);
  if (access.self()?.role !== 'coordinate') throw new AppError('access-denied');
  const { founder } = library.space(id).marker;
  const token = Buffer.from(random(16)).toString('hex');
  const signed = await access.sign({ founder, role, token });
  const known = await keptInvitations(library, id);
  const next = [...known, { hash: sha256(token), whom, at: now().toISOString() }].slice(-mostKept);
  await keep(library, id, next);
  return `${prefix}${Buffer.from(signed).toString('base64url')}`;
}

/** The secret of a link, when it is whole, signed, and for the space that somebody stands before. Error: `access-invitation-damaged`. */
export function tokenIn(link: string, { space, founder }: Pick<Marker, 'space' | 'founder'>): string {
  const text = link.trim();
  const bytes = text.startsWith(prefix) && text.length <= largestLink ? text.slice(prefix.length) : '';
  const signed = readSignedJson(Buffer.from(bytes, 'base64url'), limits.marker);
  const parsed = linkSchema.safeParse(signed?.content);
  const fits =
    signed !== null &&
    parsed.success &&
    parsed.data.space === space &&
    parsed.data.founder === founder &&
    deviceOf(parsed.data.key) === parsed.data.device &&
    isSignedBy(signed, parsed.data.key);
  if (!fits) throw new AppError('access-invitation-damaged');
  return parsed.data.token;
}

/** For whom this device made the invitation that a request came with; null when it made none, or it was used. */
export async function invitedAs(library: Library, id: SpaceId, token: string | null): Promise<string | null> {
  if (token === null) return null;
  const hash = sha256(token);
  return (await keptInvitations(library, id)).find((each) => each.hash === hash)?.whom ?? null;
}

export async function useUp(library: Library, id: SpaceId, token: string): Promise<void> {
  const hash = sha256(token);
  await keep(
    library,
    id,
    (await keptInvitations(library, id)).filter((each) => each.hash !== hash),
  );
}

async function keptInvitations(library: Library, id: SpaceId): Promise<Kept> {
  const bytes = await readLimited(library.space(id).pathOf(kept), limits.head);
  try {
    return bytes instanceof Uint8Array ? keptSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))) : [];
  } catch {
    return [];
  }
}

async function keep(library: Library, id: SpaceId, invitations: Kept): Promise<void> {
  await writeFileAtomic(library.space(id).pathOf(kept), Buffer.from(JSON.stringify(invitations)), 0o600);
}
