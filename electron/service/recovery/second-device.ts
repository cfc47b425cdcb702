import { AppError } from '../../../shared/base/errors';
import type { SpaceId } from '../../../shared/base/ids';
import { approveDevice } from '../../access/approved-devices';
import { deviceCode, readDeviceCode, type DeviceCode } from '../../access/device-code';
import { wordsOfDevice } from '../../access/fingerprint';
import { linkOwn, ownDevices, spacesToSpeakIn } from '../../access/recovery';
import { personOf } from './person-of';
import type { Recovery, RecoveryParts } from './recovery';

/**
 * A second device of one person: it shows a code, the first is given that, the person compares the words on both, and says yes. The first then says so in every closed
 * space (shared/access/RULES.md, A23), so that the second opens each of them as somebody who is a member.
 */
export function secondDevice(
  parts: RecoveryParts,
  send: (spaces: readonly SpaceId[]) => void,
): Pick<Recovery, 'deviceCode' | 'readDevice' | 'addDevice'> {
  const { library, sharing, settings } = parts;
  const read = (code: string): DeviceCode => {
    const found = readDeviceCode(code);
    if (found.device.device === library.device()) throw new AppError('device-code-own');
    return found;
  };
  return {
    deviceCode: async () => {
      const device = await library.ownDevice();
      return { code: deviceCode({ device, name: settings().profile.name }), words: wordsOfDevice(device) };
    },
    readDevice: async (code) => {
      const { device, name } = read(code);
      const isKnown = ownDevices(library).some((each) => each.device === device.device);
      return { name, words: wordsOfDevice(device), isKnown };
    },
    addDevice: async (code) => {
      const { device } = read(code);
      const leftOut: string[] = [];
      await approveDevice(library.folder, device);
      const spaces = spacesToSpeakIn(library);
      for (const id of spaces) {
        const added = await linkOwn(library, id, device, personOf(parts));
        if (!added) leftOut.push(library.spaces().find((space) => space.id === id)?.name ?? id);
      }
      send(spaces);
      const shared = sharing.statuses().filter(({ kind, place }) => kind !== 'private' && place !== null);
      return { spaces: shared.map(({ name, kind, place }) => ({ name, closed: kind === 'closed', place })), leftOut };
    },
  };
}
