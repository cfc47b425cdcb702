import { readFileSync } from 'node:fs';
import type { LibraryOptions } from '../../electron/library/library';
import type { LocalSpace } from '../../electron/library/local-space';
import type { RightsChange } from '../../shared/access/change';
import type { Role } from '../../shared/access/role';
import { carry } from './carry-space';
import { openTestLibrary, temporaryFolder, testClock } from './library-folders';
import { joinedPeer, type Peer } from './library-spaces';

/** A closed space with its founder's library. */
export async function closedSpace(more: Partial<LibraryOptions> = {}): Promise<Peer> {
  const base = temporaryFolder();
  const library = await openTestLibrary(base, { clock: testClock(), ...more });
  const { id } = await library.createSpace({ name: 'Besloten', closed: true, owner: 'Gemeente Verzonnen' });
  return { base, folder: library.folder, library, space: library.space(id) };
}

/** A library that was let in with a role, and holds what the coordinator's holds. */
export async function memberOf(coordinator: Peer, role: Role, more: Partial<LibraryOptions> = {}): Promise<Peer> {
  const peer = await joinedPeer(coordinator.space, more);
  await letIn(coordinator, peer, role);
  await carryClosed(coordinator.space, peer.space);
  return peer;
}

/** As a grant does: rights first, then the keys. */
export async function letIn(by: Peer, peer: Peer, role: Role, more: Partial<RightsChange> = {}): Promise<void> {
  const id = peer.space.id;
  const device = await peer.library.access(id).ownDevice();
  const access = by.library.access(id);
  await access.change([
    {
      ...{ kind: 'rights', member: device.device, role, until: null, cuts: access.cutsOf(device.device), reason: '' },
      devices: [device],
      person: { name: `Lid ${device.device.slice(0, 4)}`, organisation: 'Verzonnen', contact: '' },
      ...more,
    },
  ]);
  if (role !== 'none' && role !== 'view') await by.space.shareKeys(device);
}

/** As `carry`, keys too. */
export async function carryClosed(from: LocalSpace, to: LocalSpace): Promise<void> {
  for (const path of await from.keyPaths())
    if (to.keyPathsIn(path.split('/')[1] ?? '').includes(path))
      await to.receiveKey(path, readFileSync(from.pathOf(path)));
  await carry(from, to, false);
}
