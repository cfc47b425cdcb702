import { join } from 'node:path';
import type { DeviceId } from '../../shared/base/ids';
import { namesIn, readLimited } from './files';
import { headPath, readHead, type Head } from './head';
import { limits } from './limits';
import type { ProblemDesk } from './set-aside';
import { writeFileAtomic } from './write-file-atomic';

export interface NewerHead {
  readonly head: Head;
  readonly bytes: Uint8Array;
}

/** Heads that a newer version wrote: kept as they are, apart from those that mean something here, and passed on (FORMAT.md, F5). */
export class NewerHeads {
  readonly byDevice = new Map<DeviceId, NewerHead>();

  /** `folder` of a space inside `libraryFolder`, with `/`, as problems name it. */
  constructor(
    private readonly libraryFolder: string,
    private readonly folder: string,
    private readonly desk: ProblemDesk,
  ) {}

  async load(): Promise<void> {
    for (const name of await namesIn(this.absolute('newer'))) {
      const bytes = await readLimited(this.absolute(`newer/${name}`), limits.head);
      const head = bytes instanceof Uint8Array ? readHead(bytes) : 'damaged';
      if (typeof head === 'string' || !(bytes instanceof Uint8Array)) continue;
      this.byDevice.set(head.owner.device, { head, bytes });
      this.report(head);
    }
  }

  /** Which of two stands only a newer version knows: the one that was seen last is kept. */
  async keep(head: Head, bytes: Uint8Array): Promise<void> {
    const { device } = head.owner;
    const known = this.byDevice.get(device)?.head;
    this.report(head);
    if (known !== undefined && (head.sig === known.sig || head.format < known.format)) return;
    await writeFileAtomic(this.absolute(`newer/${device}.json`), bytes);
    this.byDevice.set(device, { head, bytes });
  }

  private report({ owner: { device } }: Head): void {
    this.desk.report({ code: 'newer-format', file: `${this.folder}/${headPath(device)}`, device });
  }

  private absolute(path: string): string {
    return join(this.libraryFolder, this.folder, path);
  }
}
