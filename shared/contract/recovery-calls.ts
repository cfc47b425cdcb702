import { z } from 'zod';
import type { DeviceId } from '../base/ids';
import type {
  DeviceAdded,
  DeviceAsking,
  DeviceInvitation,
  OwnDevice,
  RecoverySheet,
  RecoveryStatus,
  RestoredSpace,
  SheetRead,
} from '../model/recovery';
import { placeSchema } from '../model/sync';
import { library, shell } from './call';
import { language, nothing } from './inputs';
import { filePath } from '../model/file-path';

const text = z.string().trim().min(1).max(8_000);
const device = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .transform((id) => id as DeviceId);

/** The recovery sheet, and the devices of who works here. */
export const recoveryCalls = {
  'recovery.status': library<RecoveryStatus>()(() => nothing),
  /** A new sheet; one made before counts no more. It is kept nowhere: the answer, and what is printed of it, are all there is. Error: `access-no-name`. */
  'recovery.make': library<RecoverySheet>()(() => nothing),
  /** The sheet that was made last, until `recovery.forget`. Errors: `recovery-no-sheet`, `print-failed`. */
  'recovery.print': shell<void>()(() => z.object({ language })),
  /** Errors: `recovery-no-sheet`, `export-failed`. */
  'recovery.savePdf': shell<{ path: string }>()(() => z.object({ path: filePath, language })),
  'recovery.forget': library<void>()(() => nothing),
  /** What words or the text of a QR code say. Errors: those of `readSheet`. */
  'recovery.read': library<SheetRead>()(() => z.object({ text })),
  /** Opens the space at a place as who the sheet is of. Errors: those of `recovery.read` and `spaces.open`, and why the place could not be read. */
  'recovery.restore': library<RestoredSpace>()(() => z.object({ text, place: placeSchema })),
  /** Goes on as another device, when the key of this one does not open (`isShut`). In closed spaces that one has to be let in, or is by a recovery sheet. */
  'recovery.newDevice': library<RecoveryStatus>()(() => nothing),
  /** This device, to be added as a second one of somebody who works on another. */
  'recovery.deviceCode': library<DeviceInvitation>()(() => nothing),
  /** Errors: `device-code-damaged`, `device-code-own`. */
  'recovery.readDevice': library<DeviceAsking>()(() => z.object({ code: text })),
  /** Lets that device speak for who works here, in every closed space and in those that come later. Errors: as `recovery.readDevice`. */
  'recovery.addDevice': library<DeviceAdded>()(() => z.object({ code: text })),
  'recovery.devices': library<readonly OwnDevice[]>()(() => nothing),
  /** In every closed space: what it writes from now on counts no more. Error: `access-member-unknown`. */
  'recovery.dropDevice': library<readonly OwnDevice[]>()(() =>
    z.object({ device, reason: z.string().trim().max(2_000) }),
  ),
} as const;
