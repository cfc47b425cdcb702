import type { Role } from '../../shared/access/role';
import type { SpaceId } from '../../shared/base/ids';
import type { Library } from '../../electron/library/library';

/** A coordinator gives somebody who has the marker a right and the keys, as granting access does. */
export async function grantAccess(by: Library, space: SpaceId, newcomer: Library, role: Role = 'edit'): Promise<void> {
  const device = await newcomer.access(space).ownDevice();
  const person = { name: 'Bram Jansen', organisation: 'Mbo Noord', contact: '' };
  await by
    .access(space)
    .change([
      { kind: 'rights', member: device.device, role, until: null, cuts: {}, person, devices: [device], reason: '' },
    ]);
  await by.space(space).shareKeys(device);
}
