import { expect } from 'vitest';
import type { BlobHash, SpaceId } from '../../shared/base/ids';
import type { Library } from '../../electron/library/library';
import type { SimulatedDevice } from './simulated-device';

/** What was promised to be kept, and whether everybody has it in the end. */
export class Promises {
  /** Values, each written once, with the device that wrote it. */
  private readonly values = new Map<string, string>();
  /** Hashes of the files that were made, and of those that were on one disk only when that disk was lost. */
  private readonly files = new Set<BlobHash>();
  private readonly lostFiles = new Set<BlobHash>();

  keep(value: string, device: SimulatedDevice): void {
    this.values.set(value, device.name);
  }

  keepFile(hash: BlobHash): void {
    this.files.add(hash);
  }

  /** What only one device has is gone with its disk. */
  async forgetWhatOnlyHas(owner: SimulatedDevice, devices: readonly SimulatedDevice[]): Promise<void> {
    const libraries: Library[] = [];
    const known = new Set<string>();
    for (const device of devices) {
      if (device === owner) continue;
      const library = await device.open();
      libraries.push(library);
      for (const value of valuesIn(library)) known.add(value);
    }
    for (const [value, by] of this.values) if (by === owner.name && !known.has(value)) this.values.delete(value);
    for (const hash of this.files) if (!libraries.some((library) => library.hasBlob(hash))) this.lostFiles.add(hash);
  }

  async missingOn(device: SimulatedDevice, space: SpaceId): Promise<readonly BlobHash[]> {
    const missing = (await device.open()).space(space).missingBlobs();
    return missing.map(({ hash }) => hash).filter((hash) => !this.lostFiles.has(hash));
  }

  async expectKept(device: SimulatedDevice, space: SpaceId, where: string): Promise<void> {
    const written = valuesIn(await device.open());
    const lost = [...this.values].filter(([value]) => !written.has(value));
    expect(lost, `${where}: written and promised, but in nobody's history`).toEqual([]);
    expect(await this.missingOn(device, space), `${where}: files that are missing`).toEqual([]);
  }
}

/** Every value that a revision here wrote. */
function valuesIn(library: Library): ReadonlySet<string> {
  const values = new Set<string>();
  for (const line of library.exportRevisions()) for (const value of line.match(/w[0-9]+x/g) ?? []) values.add(value);
  return values;
}
