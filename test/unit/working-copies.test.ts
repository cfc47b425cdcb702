import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '../../shared/base/errors';
import type { ItemId } from '../../shared/base/ids';
import type { WorkingCopy } from '../../shared/model/draft';
import type { Library } from '../../electron/library/library-types';
import { openWorkingCopies, type WorkingCopies } from '../../electron/service/working-copies/working-copies';
import { openTestLibrary, temporaryFolder, testClock } from '../support/library-folders';

/** A file that begins and ends as a Word document does. The same text gives the same bytes: a zip holds a moment, too. */
const docx = (text: string): Buffer =>
  Buffer.from(zipSync({ 'word/document.xml': Buffer.from(`<w>${text}</w>`) }, { mtime: '2026-01-15T12:00:00' }));

interface Desk {
  readonly base: string;
  readonly library: Library;
  readonly id: ItemId;
  readonly copies: WorkingCopies;
  readonly told: (readonly WorkingCopy[])[];
}

const open = async (base: string, library: Library, told: Desk['told'] = []): Promise<WorkingCopies> => {
  const copies = await openWorkingCopies({
    library,
    folder: join(base, 'werkkopieën'),
    clock: testClock(),
    // The test looks itself.
    timers: { after: () => () => undefined },
    tell: (list) => told.push(list),
    stored: () => undefined,
  });
  onTestFinished(() => copies.close().catch(() => undefined));
  return copies;
};

async function desk(name = 'plan.docx'): Promise<Desk> {
  const base = temporaryFolder();
  const library = await openTestLibrary(base);
  const { hash, sizeBytes } = await library.putBlob({ bytes: docx('een') });
  const file = { hash, sizeBytes, name, mediaType: 'application/vnd.openxmlformats' };
  const { id } = await library.createItem({ type: 'draft', set: { title: 'Plan', file } });
  const told: Desk['told'] = [];
  return { base, library, id, copies: await open(base, library, told), told };
}

const heldBy = (library: Library, id: ItemId): string => {
  const file = library.get(id)?.fields['file'] as { hash: string };
  return readFileSync(library.blobPath(file.hash as never)).toString('latin1');
};
const versions = (library: Library, id: ItemId): number =>
  library.history(id).filter(({ changes }) => changes.some(({ field }) => field === 'file')).length;
const is = (text: string): string => docx(text).toString('latin1');
const settled = { settled: true };

describe('a working copy', () => {
  it('has a visible place and name, and each save of it is a version', async () => {
    const { base, library, id, copies } = await desk();
    const { path, state } = await copies.open(id);
    expect([dirname(path), basename(path), state]).toEqual([join(base, 'werkkopieën'), 'plan.docx', 'ready']);
    for (const text of ['twee', 'drie']) {
      writeFileSync(path, docx(text));
      await copies.look(settled);
      expect(heldBy(library, id)).toBe(is(text));
    }
    expect(versions(library, id)).toBe(3);
    expect((await copies.open(id)).path).toBe(path);
    await copies.look(settled);
    expect(versions(library, id)).toBe(3);
  });

  it('is taken only when it has been quiet', async () => {
    const { library, id, copies } = await desk();
    const { path } = await copies.open(id);
    writeFileSync(path, docx('twee'));
    await copies.look();
    expect([versions(library, id), copies.list()[0]?.state]).toEqual([1, 'waiting']);
    writeFileSync(path, docx('twee en meer'));
    await copies.look();
    expect(versions(library, id)).toBe(1);
    await copies.look();
    expect([heldBy(library, id), versions(library, id)]).toEqual([is('twee en meer'), 2]);
  });

  it('half written is no version, and stays to be finished', async () => {
    const { library, id, copies } = await desk();
    const { path } = await copies.open(id);
    const whole = docx('een langere tekst');
    for (const part of [whole.subarray(0, 0), whole.subarray(0, 30), whole.subarray(0, whole.length - 5)]) {
      writeFileSync(path, part);
      await copies.look(settled);
      expect([versions(library, id), copies.list()[0]?.state]).toEqual([1, 'waiting']);
    }
    await expect(copies.finish(id)).rejects.toMatchObject({ code: 'working-copy-unfinished' });
    writeFileSync(path, whole);
    await copies.look(settled);
    expect(heldBy(library, id)).toBe(whole.toString('latin1'));
  });

  it('saved as Word does, by way of other names, is never gone', async () => {
    const { library, id, copies, base } = await desk();
    const { path } = await copies.open(id);
    const folder = dirname(path);
    writeFileSync(join(folder, '~WRD0001.tmp'), docx('van Word'));
    renameSync(path, join(folder, '~WRL0002.tmp'));
    await copies.look(settled);
    expect([copies.list()[0]?.state, versions(library, id)]).toEqual(['missing', 1]);
    renameSync(join(folder, '~WRD0001.tmp'), path);
    unlinkSync(join(folder, '~WRL0002.tmp'));
    await copies.look(settled);
    expect([heldBy(library, id), copies.list()[0]?.state]).toEqual([is('van Word'), 'ready']);
    expect(readdirSync(join(base, 'werkkopieën'))).toEqual(['plan.docx']);
  });

  it.each(['.~lock.plan.docx#', '~$plan.docx', '~$an.docx'])('is open elsewhere while there is %s', async (lock) => {
    const { id, copies } = await desk();
    const { path } = await copies.open(id);
    writeFileSync(join(dirname(path), lock), 'x');
    expect(copies.list()[0]?.isOpen).toBe(true);
    await expect(copies.finish(id)).rejects.toMatchObject({ code: 'working-copy-open' });
    unlinkSync(join(dirname(path), lock));
    await copies.finish(id);
    expect([copies.list(), readdirSync(dirname(path))]).toEqual([[], []]);
  });

  it('changed while the app was closed is a version at the next start', async () => {
    const { base, library, id, copies } = await desk();
    const { path } = await copies.open(id);
    await copies.close();
    writeFileSync(path, docx('in de trein'));
    await open(base, library);
    expect(heldBy(library, id)).toBe(is('in de trein'));
  });

  it('stopped between storing and remembering is not stored twice', async () => {
    const { base, library, id, copies } = await desk();
    const { path } = await copies.open(id);
    const memory = join(library.folder, 'device', 'working-copies.json');
    const before = readFileSync(memory);
    writeFileSync(path, docx('twee'));
    await copies.look(settled);
    writeFileSync(memory, before);
    const again = await open(base, library);
    expect([versions(library, id), again.list()[0]?.others]).toEqual([2, false]);
  });

  it('stopped between remembering and writing is made at the next opening', async () => {
    const { base, library, id, copies } = await desk();
    const { path } = await copies.open(id);
    rmSync(path);
    const again = await open(base, library);
    expect(again.list()[0]?.state).toBe('missing');
    await again.open(id);
    expect(readFileSync(path).toString('latin1')).toBe(is('een'));
    expect(versions(library, id)).toBe(1);
  });

  it('of which others changed the file becomes the newest version, and says so; nothing is lost', async () => {
    const { library, id, copies } = await desk();
    const { path } = await copies.open(id);
    const theirs = await library.putBlob({ bytes: docx('van een ander') });
    const file = { ...(library.get(id)?.fields['file'] as object), ...theirs };
    await library.change(id, { set: { file } });
    writeFileSync(path, docx('van mij'));
    await copies.look(settled);
    expect([heldBy(library, id), copies.list()[0]?.others, versions(library, id)]).toEqual([is('van mij'), true, 3]);
    expect(library.hasBlob(theirs.hash)).toBe(true);
  });

  it('that was not changed itself follows the file in the library when it is opened', async () => {
    const { library, id, copies } = await desk();
    const { path } = await copies.open(id);
    const theirs = await library.putBlob({ bytes: docx('van een ander') });
    await library.change(id, { set: { file: { ...(library.get(id)?.fields['file'] as object), ...theirs } } });
    await copies.open(id);
    expect(readFileSync(path).toString('latin1')).toBe(is('van een ander'));
    expect(versions(library, id)).toBe(2);
  });

  it('that does not fit on the disk stays where it is, says why, and is stored when there is room', async () => {
    const base = temporaryFolder();
    const real = await openTestLibrary(base);
    const { hash, sizeBytes } = await real.putBlob({ bytes: docx('een') });
    const { id } = await real.createItem({
      type: 'draft',
      set: { title: 'Plan', file: { hash, sizeBytes, name: 'plan.docx', mediaType: 'x/y' } },
    });
    let isFull = true;
    const library: Library = Object.create(real, {
      putBlob: {
        value: (source: Parameters<Library['putBlob']>[0]) =>
          isFull ? Promise.reject(new AppError('disk-full', { file: 'x' })) : real.putBlob(source),
      },
    }) as Library;
    const copies = await open(base, library);
    const { path } = await copies.open(id);
    writeFileSync(path, docx('twee'));
    await copies.look(settled);
    expect(copies.list()[0]).toMatchObject({ state: 'failed', error: { code: 'disk-full' } });
    await expect(copies.finish(id)).rejects.toMatchObject({ code: 'disk-full' });
    expect(readFileSync(path).toString('latin1')).toBe(is('twee'));
    isFull = false;
    await copies.look(settled);
    expect([heldBy(real, id), copies.list()[0]?.state]).toEqual([is('twee'), 'ready']);
  });

  it('gets a name that every system takes, and not that of a file that is there', async () => {
    const { base, id, copies } = await desk('Plan: “zomer” / 2027?.docx');
    const folder = join(base, 'werkkopieën');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'Plan_ “zomer” _ 2027_.docx'), 'iets anders');
    expect(basename((await copies.open(id)).path)).toBe('Plan_ “zomer” _ 2027_ (2).docx');
    expect(readFileSync(join(folder, 'Plan_ “zomer” _ 2027_.docx'), 'utf8')).toBe('iets anders');
  });
});
