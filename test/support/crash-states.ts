import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { DiskOperation } from './recorded-disk';

/**
 * What a disk may hold after the power went at some moment, from what was done to it until then. The model is that of the studies of crash
 * consistency (Pillai and others, "All File Systems Are Not Created Equal", OSDI 2014): bytes that were not synced may be there, partly there or not;
 * names that were not synced may be there or not, in any order; a rename is whole.
 */
export class CrashDisk {
  private readonly files: { synced: Uint8Array; pending: Uint8Array[] }[] = [];
  /** The names as the program sees them. */
  private readonly names = new Map<string, number>();
  private readonly syncedNames = new Map<string, number>();
  /** Changes to names that no sync of their folder followed yet. */
  private pendingNames: { readonly folder: string; readonly set: readonly (readonly [string, number | null])[] }[] = [];

  apply({ kind, path, to, bytes }: DiskOperation): void {
    if (kind === 'create') this.link(path, this.files.push({ synced: new Uint8Array(), pending: [] }) - 1);
    if (kind === 'write') this.fileAt(path)?.pending.push(bytes as Uint8Array);
    if (kind === 'write-file')
      this.link(path, this.files.push({ synced: new Uint8Array(), pending: [bytes as Uint8Array] }) - 1);
    if (kind === 'sync') this.syncFile(path);
    if (kind === 'sync-folder') this.syncNames(path);
    if (kind === 'unlink') this.unlink(path);
    if (kind === 'rename') this.rename(path, to as string);
  }

  /** Writes one of the possible states to `target`; `next` gives whole numbers below its argument. */
  surviveInto(target: string, root: string, next: (below: number) => number): void {
    const names = new Map(this.syncedNames);
    for (const { set } of this.pendingNames) {
      if (next(2) === 0) continue;
      for (const [path, file] of set) {
        if (file === null) names.delete(path);
        else names.set(path, file);
      }
    }
    for (const [path, file] of names) {
      const place = join(target, relative(root, path));
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, this.survivingBytes(file, next));
    }
  }

  private survivingBytes(file: number, next: (below: number) => number): Uint8Array {
    const { synced, pending } = this.files[file] as { synced: Uint8Array; pending: Uint8Array[] };
    const all = Buffer.concat([synced, ...pending]);
    if (pending.length === 0 || next(3) === 0) return all;
    const kept = all.subarray(0, synced.length + next(all.length - synced.length + 1));
    // The length may be on the disk before the bytes are: then there are zeros.
    return next(2) === 0 ? kept : Buffer.concat([kept, Buffer.alloc(all.length - kept.length)]);
  }

  private fileAt(path: string): { synced: Uint8Array; pending: Uint8Array[] } | undefined {
    return this.files[this.names.get(path) ?? -1];
  }

  private link(path: string, file: number): void {
    this.names.set(path, file);
    this.pendingNames.push({ folder: dirname(path), set: [[path, file]] });
  }

  private unlink(path: string): void {
    this.names.delete(path);
    this.pendingNames.push({ folder: dirname(path), set: [[path, null]] });
  }

  private rename(path: string, to: string): void {
    const file = this.names.get(path);
    if (file === undefined) return;
    this.names.delete(path);
    this.names.set(to, file);
    this.pendingNames.push({
      folder: dirname(to),
      set: [
        [path, null],
        [to, file],
      ],
    });
  }

  private syncFile(path: string): void {
    const file = this.fileAt(path);
    if (file === undefined) return;
    file.synced = Buffer.concat([file.synced, ...file.pending]);
    file.pending = [];
  }

  private syncNames(folder: string): void {
    const [done, left] = [[] as typeof this.pendingNames, [] as typeof this.pendingNames];
    for (const change of this.pendingNames) (change.folder === folder ? done : left).push(change);
    for (const { set } of done)
      for (const [path, file] of set) {
        if (file === null) this.syncedNames.delete(path);
        else this.syncedNames.set(path, file);
      }
    this.pendingNames = left;
  }
}
