import type { SpaceId } from '../../shared/base/ids';
import type { Library } from '../../electron/library/library';
import { atLeast } from '../../shared/access/role';
import { grantAccess } from './let-in';
import type { SimulatedDevice } from './simulated-device';

/** So many begin as coordinators, so that one can lose their disk. */
const firstCoordinators = 2;

/** Who may write in a closed space: a device that was copied or restored takes another name, and stands outside until a coordinator lets it in. */
export class Members {
  private readonly strangers = new Set<SimulatedDevice>();

  constructor(
    private readonly space: () => SpaceId,
    private readonly next: (below: number) => number,
  ) {}

  /** Rights and keys come by the folder. */
  async begin([founder, ...others]: readonly SimulatedDevice[]): Promise<void> {
    const library = await (founder as SimulatedDevice).open();
    await sayWhoIs(library, this.space());
    for (const [at, device] of others.entries())
      await grantAccess(library, this.space(), await device.open(), at + 1 < firstCoordinators ? 'coordinate' : 'edit');
  }

  /** It may be another device from now on; there must be somebody who can let it in. */
  leaves(device: SimulatedDevice): void {
    this.strangers.add(device);
  }

  async hasCoordinatorBeside(device: SimulatedDevice, devices: readonly SimulatedDevice[]): Promise<boolean> {
    return (await this.coordinators(devices)).some((other) => other !== device);
  }

  /** A coordinator lets in one of those who wait. Gives whom; null when nobody waits, or nobody can. */
  async letOneIn(devices: readonly SimulatedDevice[]): Promise<SimulatedDevice | null> {
    const waiting = [...this.strangers];
    const able = await this.coordinators(devices);
    const stranger = waiting[this.next(Math.max(1, waiting.length))];
    const by = able[this.next(Math.max(1, able.length))];
    if (stranger === undefined || by === undefined) return null;
    const role = this.next(2) === 0 ? 'coordinate' : 'edit';
    await grantAccess(await by.open(), this.space(), await stranger.open(), role);
    this.strangers.delete(stranger);
    return stranger;
  }

  async letAllIn(devices: readonly SimulatedDevice[]): Promise<void> {
    while (this.strangers.size > 0 && (await this.letOneIn(devices)) !== null);
  }

  /** A new key for all who are known to its maker; those who are not wait for theirs. Gives whether there was somebody to make it. */
  async renewKey(devices: readonly SimulatedDevice[]): Promise<boolean> {
    const able = await this.coordinators(devices);
    const by = able[this.next(Math.max(1, able.length))];
    if (by === undefined) return false;
    const library = await by.open();
    const members = [...library.access(this.space()).membership().now.all.values()];
    const holders = members.filter(({ role }) => atLeast(role, 'read')).flatMap(({ devices: all }) => all);
    await library.space(this.space()).renewKey(holders.filter(({ recipient }) => recipient !== ''));
    return true;
  }

  private async coordinators(devices: readonly SimulatedDevice[]): Promise<readonly SimulatedDevice[]> {
    const able: SimulatedDevice[] = [];
    for (const device of devices)
      if (!this.strangers.has(device) && isCoordinator(await device.open(), this.space())) able.push(device);
    return able;
  }
}

/** As the app does before it lets in the first: the key that the founder's device is written to. */
async function sayWhoIs(library: Library, space: SpaceId): Promise<void> {
  const own = await library.access(space).ownDevice();
  const rights = { kind: 'rights', member: own.device, role: 'coordinate', until: null, cuts: {}, reason: '' } as const;
  await library.access(space).change([{ ...rights, devices: [own] }]);
}

function isCoordinator(library: Library, space: SpaceId): boolean {
  return library.access(space).self()?.role === 'coordinate';
}
