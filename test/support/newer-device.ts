import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { SpaceId } from '../../shared/base/ids';
import { sha256 } from '../../electron/library/hash';
import { headPath } from '../../electron/library/head';
import { encodeSignedJson } from '../../electron/library/signed-json';
import { signerOf } from '../../electron/library/signing';
import type { MemoryStorage } from './memory-transport';
import type { SimulatedDevice } from './simulated-device';

/** Somebody with a version of the program that is not there yet: heads and packs that nobody else can read. */
export class NewerDevice {
  private readonly signer = signerOf(Buffer.alloc(32, 77));
  private writes = 0;
  private head: Uint8Array | null = null;

  constructor(private readonly storage: MemoryStorage) {}

  get path(): string {
    return headPath(this.signer.device);
  }

  write(space: SpaceId): void {
    this.writes += 1;
    const { device, publicKey: key } = this.signer;
    const first = { format: 2, space, device, key };
    const pack = gzipSync(`${JSON.stringify(first)}\n{"leaves":${this.writes}}\n`);
    this.storage.put(`log/${device}/${this.writes}-${sha256(pack)}.pack`, pack);
    this.head = encodeSignedJson({ ...first, leaves: this.writes }, this.signer);
    this.storage.put(this.path, this.head);
  }

  /** Its own round: what it wrote last lies in its folder. */
  putAgain(): void {
    const there = this.storage.files.get(this.path)?.bytes;
    if (this.head !== null && Buffer.compare(there ?? Buffer.of(), this.head) !== 0)
      this.storage.put(this.path, this.head);
  }

  /** Everybody keeps and passes on, byte for byte, what nobody could read. */
  async expectKept(
    devices: readonly SimulatedDevice[],
    storages: readonly MemoryStorage[],
    space: SpaceId,
    where: string,
  ): Promise<void> {
    if (this.head === null) return;
    const head = Buffer.from(this.head).toString();
    for (const { files } of storages)
      expect(Buffer.from(files.get(this.path)?.bytes ?? []).toString(), where).toBe(head);
    for (const device of devices) {
      const heads = await (await device.open()).space(space).heads();
      const kept = heads.find(({ path }) => path === this.path);
      expect(Buffer.from(kept?.bytes ?? []).toString(), `${where}, ${device.name}`).toBe(head);
    }
  }
}
