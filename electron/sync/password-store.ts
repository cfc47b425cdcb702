import { join } from 'node:path';
import { z } from 'zod';
import type { SpaceId } from '../../shared/base/ids';
import { readLimited } from '../library/files';
import { createQueue } from '../library/in-parallel';
import { limits } from '../library/limits';
import { plainSecretBox, type SecretBox } from '../library/secret-box';
import { writeFileAtomic } from '../library/write-file-atomic';

/** The passwords of shared folders on servers, one for each space. */
export interface PasswordStore {
  /** Null when there is none, or when it cannot be read here: then the person is asked again. */
  get(space: SpaceId): Promise<string | null>;
  /** On disk when it resolves; null forgets it. Errors: `disk-full`, `write-failed`. */
  set(space: SpaceId, password: string | null): Promise<void>;
}

const schema = z.object({ format: z.literal(1), spaces: z.record(z.string(), z.string()) });

/** Tells a password that was opened from bytes that another machine, user or secret store made unreadable. */
const mark = 'raakvlak password:';

/**
 * Keeps passwords in `device/passwords.json` of the library, each sealed by the secret box. With the operating system's secret store behind that,
 * a copy of the file is of no use to another user or machine; programs of the same user may still ask the store. Without one (the command line, some
 * Linux desktops) the file's mode, 0600, is all that guards them: other users of the computer cannot read it, but whoever has the disk, a backup of it, or
 * the user's account can. That is why people are advised to use an app password, which opens one folder and can be withdrawn.
 */
export function openPasswordStore(libraryFolder: string, secretBox: SecretBox): PasswordStore {
  const path = join(libraryFolder, 'device', 'passwords.json');
  const queue = createQueue();
  return {
    get: (space) => queue(async () => unseal(secretBox, (await readAll(path))[space])),
    set: (space, password) =>
      queue(async () => {
        const { [space]: old, ...others } = await readAll(path);
        if (password === null && old === undefined) return;
        const spaces = password === null ? others : { ...others, [space]: seal(secretBox, password) };
        await writeFileAtomic(path, Buffer.from(JSON.stringify({ format: 1, spaces }, null, 2)), 0o600);
      }),
  };
}

/** A damaged file is as good as none: the passwords can be given again. */
async function readAll(path: string): Promise<Readonly<Record<string, string>>> {
  const bytes = await readLimited(path, limits.marker);
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes as Uint8Array).toString('utf8'))).spaces;
  } catch {
    return {};
  }
}

function seal(secretBox: SecretBox, password: string): string {
  return Buffer.from(secretBox.protect(Buffer.from(`${mark}${password}`))).toString('base64');
}

function unseal(secretBox: SecretBox, sealed: string | undefined): string | null {
  if (sealed === undefined) return null;
  // One from before there was a key is still read.
  for (const box of [secretBox, plainSecretBox])
    try {
      const text = Buffer.from(box.unprotect(Buffer.from(sealed, 'base64'))).toString('utf8');
      if (text.startsWith(mark)) return text.slice(mark.length);
    } catch {
      continue;
    }
  return null;
}
