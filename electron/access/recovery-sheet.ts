import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../shared/base/errors';
import type { SheetRead, SheetSpace } from '../../shared/model/recovery';
import { keysOf, type DeviceKeys } from '../library/device';
import { readCheckedWords } from './checked-words';

const prefix = 'raakvlak:herstelblad#';
/** A QR code of more is hard to read from paper with a telephone. */
const mostCharacters = 1_400;
const text = z.string().max(4_000);

const schema = z.object({
  v: z.literal(1),
  s: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  at: text,
  n: text,
  o: text,
  r: z.array(z.tuple([z.string().regex(/^[0-9a-z]{26}$/), text, z.boolean(), text.nullable()])).max(200),
});

export interface SheetContent extends Omit<SheetRead, 'spaces'> {
  readonly secret: Uint8Array;
  readonly spaces: readonly Omit<SheetSpace, 'words'>[];
}

/** A sheet is a device: its two keys follow from its secret. */
export function sheetKeys(secret: Uint8Array): DeviceKeys {
  return keysOf(Buffer.from(hkdfSync('sha256', secret, '', 'raakvlak/recovery-sheet', 32)));
}

/** All of a sheet in one text, of the spaces as many as fit. */
export function sheetText({ secret, madeAt, name, organisation, spaces }: SheetContent): string {
  const whole = { v: 1, s: Buffer.from(secret).toString('base64url'), at: madeAt, n: name, o: organisation };
  const named = spaces.map((space) => [space.id, space.name, space.closed, space.place]);
  for (let count = named.length; ; count -= 1) {
    const content = JSON.stringify({ ...whole, r: named.slice(0, count) });
    const encoded = `${prefix}${Buffer.from(content).toString('base64url')}`;
    if (encoded.length <= mostCharacters || count === 0) return encoded;
  }
}

/** What words, or the text of a QR code, say. Errors: those of `readCheckedWords`, `recovery-code-damaged`. */
export function readSheet(typed: string): SheetContent {
  const trimmed = typed.trim();
  if (!trimmed.startsWith(prefix))
    return { secret: readCheckedWords(trimmed), madeAt: null, name: '', organisation: '', spaces: [] };
  const parsed = schema.safeParse(decoded(trimmed.slice(prefix.length)));
  if (!parsed.success) throw new AppError('recovery-code-damaged');
  const { s, at, n, o, r } = parsed.data;
  const spaces = r.map(([id, name, closed, place]) => ({ id: id as SheetSpace['id'], name, closed, place }));
  return { secret: Buffer.from(s, 'base64url'), madeAt: at, name: n, organisation: o, spaces };
}

function decoded(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
