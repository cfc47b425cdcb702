import { join } from 'node:path';
import { z } from 'zod';
import type { SpaceId } from '../../shared/base/ids';
import { placeSchema, type Place } from '../../shared/model/sync';
import { readLimited } from '../library/files';
import { createQueue } from '../library/in-parallel';
import { limits } from '../library/limits';
import { writeFileAtomic } from '../library/write-file-atomic';

/** Where a space is shared and how, on this device. The place never holds a password. */
export interface Connection {
  readonly place: Place;
  /** Keep all files here, not only those that were opened. */
  readonly keepOffline: boolean;
  readonly paused: boolean;
}

export interface Connections {
  all(): ReadonlyMap<SpaceId, Connection>;
  /** On disk when it resolves; null takes the connection away. Errors: `disk-full`, `write-failed`. */
  set(space: SpaceId, connection: Connection | null): Promise<void>;
}

const schema = z.object({
  format: z.literal(1),
  spaces: z.record(z.string(), z.object({ place: placeSchema, keepOffline: z.boolean(), paused: z.boolean() })),
});

/** Reads `device/connections.json`. A damaged file is as good as none: the folders are connected again by hand and nothing is lost. */
export async function openConnections(libraryFolder: string): Promise<Connections> {
  const path = join(libraryFolder, 'device', 'connections.json');
  const bytes = await readLimited(path, limits.marker);
  const known = new Map(Object.entries(parse(bytes))) as Map<SpaceId, Connection>;
  const queue = createQueue();
  return {
    all: () => known,
    set: (space, connection) => {
      if (connection === null) known.delete(space);
      else known.set(space, { ...connection, place: withoutPassword(connection.place) });
      const content = Buffer.from(JSON.stringify({ format: 1, spaces: Object.fromEntries(known) }, null, 2));
      return queue(() => writeFileAtomic(path, content));
    },
  };
}

function parse(bytes: Uint8Array | string): Readonly<Record<string, Connection>> {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes as Uint8Array).toString('utf8'))).spaces;
  } catch {
    return {};
  }
}

function withoutPassword(place: Place): Place {
  if (place.kind === 'folder') return place;
  const { kind, url, user } = place;
  return user === undefined ? { kind, url } : { kind, url, user };
}
