import { AppError } from '../../../shared/base/errors';
import type { DeviceId, SpaceId } from '../../../shared/base/ids';
import type { KeyedDevice } from '../../../shared/access/change';
import type { Language } from '../../../shared/messages/text';
import type {
  DeviceAdded,
  DeviceAsking,
  DeviceInvitation,
  OwnDevice,
  RecoverySheet,
  RecoveryStatus,
  RestoredSpace,
  SheetRead,
  SheetSpace,
} from '../../../shared/model/recovery';
import type { ServiceSettings } from '../../../shared/model/settings';
import type { Place } from '../../../shared/model/sync';
import { approvedDevices } from '../../access/approved-devices';
import { checkedWords } from '../../access/checked-words';
import { wordsOfSpace } from '../../access/fingerprint';
import {
  dropOwnDevice,
  isNamed,
  linkOwn,
  linkSheet,
  ownDevices,
  restoreBy,
  spacesToSpeakIn,
} from '../../access/recovery';
import { readSheet, sheetKeys, sheetText, type SheetContent } from '../../access/recovery-sheet';
import { readSheetNote, writeSheetNote, type SheetNote } from '../../access/sheet-note';
import type { DeviceKeys } from '../../library/device';
import type { Library } from '../../library/library-types';
import { personOf } from './person-of';
import { secondDevice } from './second-device';
import type { DraftPage } from '../export/draft-page';
import type { Sharing } from '../sharing';

export interface RecoveryParts {
  readonly library: Library;
  readonly sharing: Sharing;
  readonly settings: () => ServiceSettings;
  readonly clock: () => Date;
  readonly random: (sizeBytes: number) => Uint8Array;
}

/** The recovery sheet of who works here: made, kept in step with the spaces, and used. */
export interface Recovery {
  status(): Promise<RecoveryStatus>;
  /** Error: `access-no-name`. */
  make(): Promise<RecoverySheet>;
  /** The sheet made last, to be printed; it is in memory until `forget`. Error: `recovery-no-sheet`. */
  page(language: Language): Promise<DraftPage>;
  forget(): void;
  read(text: string): SheetRead;
  restore(text: string, place: Place): Promise<RestoredSpace>;
  devices(): readonly OwnDevice[];
  dropDevice(device: DeviceId, reason: string): Promise<readonly OwnDevice[]>;
  /** Does nothing as long as this device can write. */
  newDevice(): Promise<void>;
  deviceCode(): Promise<DeviceInvitation>;
  /** Errors: `device-code-damaged`, `device-code-own`. */
  readDevice(code: string): Promise<DeviceAsking>;
  addDevice(code: string): Promise<DeviceAdded>;
  /** Lets the sheet and the devices that were approved here count in spaces that came after them. Gives in which. */
  keepUp(): Promise<readonly SpaceId[]>;
}

const secretBytes = 16;

export function createRecovery(parts: RecoveryParts): Recovery {
  const { library, sharing } = parts;
  let sheet: RecoverySheet | null = null;
  const send = (spaces: readonly SpaceId[]): void => {
    if (spaces.length > 0)
      sharing
        .engine()
        // What is not shared, or cannot be reached, goes with its next round.
        .then((engine) => Promise.allSettled(spaces.map((id) => engine.sync(id))))
        .catch((error: unknown) => console.error(error));
  };
  return {
    status: () => status(parts),
    make: async () => {
      sheet = await make(parts);
      send(spacesToSpeakIn(library));
      return sheet;
    },
    page: async (language) => {
      if (sheet === null) throw new AppError('recovery-no-sheet');
      // Loaded when somebody prints.
      return (await import('./sheet-page')).sheetPage(sheet, language);
    },
    forget: () => {
      sheet = null;
    },
    read: (text) => {
      const { madeAt, name, organisation, spaces } = readSheet(text);
      return { madeAt, name, organisation, spaces };
    },
    restore: (text, place) => restore(parts, text, place),
    devices: () => ownDevices(library),
    dropDevice: async (device, reason) => {
      send(await dropOwnDevice(library, device, reason));
      return ownDevices(library);
    },
    newDevice: async () => {
      if (library.isShut()) await library.renewDevice();
    },
    ...secondDevice(parts, send),
    keepUp: async () => {
      if (library.isShut()) return [];
      const linked = await keepUp(parts, await readSheetNote(library.folder));
      send(linked);
      return linked;
    },
  };
}

async function status({ library, sharing }: RecoveryParts): Promise<RecoveryStatus> {
  const note = await readSheetNote(library.folder);
  const shared = sharing.statuses().filter(({ kind }) => kind !== 'private');
  const on = note?.spaces ?? null;
  return {
    isShut: library.isShut(),
    madeAt: note?.madeAt ?? null,
    replaced: note !== null && spacesToSpeakIn(library).some((id) => isStopped(library, id, note.device.device)),
    notOnSheet: on === null ? [] : shared.filter(({ id }) => !on.includes(id)).map(({ name }) => name),
    privateItems: itemsIn(library, 'private'),
  };
}

function itemsIn(library: Library, kind: 'private'): number {
  const count = library.database.prepare('SELECT count(*) AS n FROM core_items WHERE space = ? AND deleted = 0');
  const ids = library.spaces().flatMap((space) => (space.kind === kind ? [space.id] : []));
  return ids.reduce((sum, id) => sum + (count.get(id) as { n: number }).n, 0);
}

function isStopped(library: Library, id: SpaceId, device: DeviceId): boolean {
  const access = library.access(id);
  return isNamed(access, device) && access.membership().now.of(device) === null;
}

async function make(parts: RecoveryParts): Promise<RecoverySheet> {
  const { library, sharing, clock, random } = parts;
  const person = personOf(parts);
  if (person.name === '') throw new AppError('access-no-name');
  const secret = random(secretBytes);
  const device = keyedDevice(sheetKeys(secret));
  const leftOut: string[] = [];
  for (const id of spacesToSpeakIn(library))
    await linkSheet(library, id, device, person).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      leftOut.push(nameOf(library, id));
    });
  const shared = sharing.statuses().filter(({ kind }) => kind !== 'private');
  const spaces = shared.map(({ id, name, kind, place }): SheetSpace => {
    const words = kind === 'closed' ? wordsOfSpace(library.space(id).marker) : [];
    return { id, name, closed: kind === 'closed', place, words };
  });
  const madeAt = clock().toISOString();
  await writeSheetNote(library.folder, { format: 1, device, madeAt, spaces: spaces.map(({ id }) => id) });
  const { name, organisation } = person;
  const content: SheetContent = { secret, madeAt, name, organisation, spaces };
  return { madeAt, name, organisation, words: checkedWords(secret), spaces, text: sheetText(content), leftOut };
}

async function keepUp(parts: RecoveryParts, note: SheetNote | null): Promise<readonly SpaceId[]> {
  const { library } = parts;
  const sheets: readonly KeyedDevice[] = note === null ? [] : [{ ...note.device, sheet: true }];
  const linked = new Set<SpaceId>();
  for (const device of [...sheets, ...(await approvedDevices(library.folder))])
    for (const id of spacesToSpeakIn(library).filter((space) => !isNamed(library.access(space), device.device))) {
      await linkOwn(library, id, device, personOf(parts));
      linked.add(id);
    }
  return [...linked];
}

/** The place is read with the sheet's keys, the sheet says who this device is, and that goes out: nobody else needs to be there. */
async function restore(parts: RecoveryParts, text: string, place: Place): Promise<RestoredSpace> {
  const { library, sharing, clock } = parts;
  const content = readSheet(text);
  const keys = sheetKeys(content.secret);
  if (library.isShut()) await library.renewDevice();
  library.borrowKeys(keys);
  try {
    const id = await sharing.open(place);
    const engine = await sharing.engine();
    await engine.sync(id);
    const fault = engine.status().find((each) => each.id === id)?.fault ?? null;
    if (fault !== null) throw new AppError(fault.code, fault.params);
    const outcome = await restoreBy(library, id, keys);
    await noteUsed(library, keys, content, clock);
    await engine.sync(id);
    const isClosed = library.space(id).marker.kind === 'closed';
    const person = isClosed ? library.access(id).self()?.person : undefined;
    const found = engine.status().find((each) => each.id === id);
    if (found === undefined) throw new AppError('space-not-found');
    return {
      status: found,
      outcome,
      words: isClosed ? wordsOfSpace(library.space(id).marker) : [],
      isOnSheet: content.madeAt === null ? null : content.spaces.some((space) => space.id === id),
      name: person?.name ?? content.name,
      organisation: person?.organisation ?? content.organisation,
    };
  } finally {
    library.borrowKeys(null);
    await sharing.introduce();
  }
}

/** The sheet goes on counting: it is kept up here as where it was made. */
async function noteUsed(
  library: Library,
  keys: DeviceKeys,
  { madeAt, spaces }: SheetContent,
  clock: () => Date,
): Promise<void> {
  if ((await readSheetNote(library.folder)) !== null) return;
  const on = madeAt === null ? null : spaces.map(({ id }) => id);
  const note = { device: keyedDevice(keys), madeAt: madeAt ?? clock().toISOString(), spaces: on };
  await writeSheetNote(library.folder, { format: 1, ...note });
}

function keyedDevice({ signer, identity }: DeviceKeys): KeyedDevice {
  return { device: signer.device, key: signer.publicKey, recipient: identity.recipient.text };
}

function nameOf(library: Library, id: SpaceId): string {
  return library.spaces().find((space) => space.id === id)?.name ?? id;
}
