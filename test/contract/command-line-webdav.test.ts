import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person, type Person } from '../support/command-line';
import { filesIn } from '../support/library-folders';
import { skipsServer, startApache, startRclone, type WebdavServer } from '../support/webdav-servers';

const space = 'Regio Noord';
let base: string;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'raakvlak-webdav-'));
  // Builds what reads documents.
  await person(base, 'Bouw').runApart('--help');
}, 180_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function hashesOf(who: Person): Promise<readonly string[]> {
  const states = await who.json<{ kind: string; hash: string }[]>('state');
  return states.filter(({ kind }) => kind !== 'private').map(({ hash }) => hash);
}

async function inStep(...people: readonly Person[]): Promise<void> {
  for (const who of [...people, ...people]) await who.json('sync', '--once');
}

async function add(who: Person, title: string): Promise<string> {
  const made = await who.json<{ state: { id: string } }>('add', 'study', '--set', `title=${title}`, '--space', space);
  return made.state.id;
}

describe.skipIf(skipsServer('rclone'))('two people over rclone serve webdav, by the command line', () => {
  let server: WebdavServer;
  let anna: Person;
  let bram: Person;
  const asked: string[] = [];
  beforeAll(async () => {
    server = await startRclone();
    anna = person(base, 'Anna', { env: { RAAKVLAK_PASSWORD: server.password } });
    bram = person(base, 'Bram', {
      types: (question) => {
        asked.push(question);
        return server.password;
      },
    });
  });
  afterAll(() => server.stop());

  it('makes a space in a folder that is not there yet, with the password from the environment; the other types it, once', async () => {
    const at = `${server.url}raakvlak`;
    const made = await anna.json<{ id: string }>('space', 'create', space, '--at', at, '--user', server.user);
    expect(made).toMatchObject({ name: space, state: 'idle', place: at, fault: null });
    const id = await add(anna, 'Overstap vmbo-mbo');
    await anna.json('sync', '--once');
    const opened = await bram.json('space', 'open', at, '--user', server.user);
    expect(opened).toMatchObject({ id: made.id, name: space, fault: null });
    expect(asked).toEqual([`Password for ${at}: `]);
    expect(await bram.json('show', id)).toMatchObject({ state: { fields: { title: 'Overstap vmbo-mbo' } } });
    await inStep(bram, anna);
    expect(await hashesOf(bram)).toEqual(await hashesOf(anna));
  });

  it('shows both versions, ends the conflict, and holds the same', async () => {
    const id = await add(anna, 'Begin');
    await inStep(anna, bram);
    await anna.json('edit', id, '--set', 'title=Van Anna');
    await bram.json('edit', id, '--set', 'title=Van Bram');
    await inStep(anna, bram);
    for (const who of [anna, bram])
      expect(await who.json('conflicts')).toMatchObject([{ item: id, fields: [{ field: 'title' }] }]);
    await bram.json('resolve', id, 'title', '--value', 'Van beiden');
    await inStep(bram, anna);
    expect(await anna.json('conflicts')).toEqual([]);
    expect(await anna.json('show', id)).toMatchObject({ state: { fields: { title: 'Van beiden' } } });
    expect(await hashesOf(bram)).toEqual(await hashesOf(anna));
  });

  it('finds on the server what was lost here, and puts back there what it lost', async () => {
    const note = join(base, 'notitie.md');
    writeFileSync(note, '# Verzuim\n\nEen kort stuk over de overstap.');
    const { imported } = await anna.json<{ imported: { id: string }[] }>('import', note);
    await anna.json('publish-to', space, imported[0]?.id ?? '');
    await inStep(anna, bram);
    const isBlob = (path: string): boolean => /blobs.[0-9a-f]{2}.[0-9a-f]{64}$/.test(path);
    const [mine] = filesIn(join(bram.library, 'spaces')).filter(isBlob);
    const [theirs] = filesIn(server.folder).filter(isBlob);
    for (const path of [mine, theirs]) expect(path).toBeDefined();
    const text = readFileSync(join(server.folder, theirs as string), 'utf8');
    rmSync(join(bram.library, 'spaces', mine as string));
    expect(await bram.json('verify')).toMatchObject({ missing: [], missingCount: 0, problems: [] });
    expect(readFileSync(join(bram.library, 'spaces', mine as string), 'utf8')).toBe(text);
    rmSync(join(server.folder, theirs as string));
    await anna.json('verify');
    expect(readFileSync(join(server.folder, theirs as string), 'utf8')).toBe(text);
  });

  it('hands a bundle to somebody without the address', async () => {
    const carla = person(base, 'Carla');
    const path = join(base, 'stick.zip');
    await anna.json('bundle', 'make', space, path, '--all');
    expect(await carla.json('bundle', 'open', path)).toMatchObject({ name: space, refused: [] });
    expect(await hashesOf(carla)).toEqual(await hashesOf(anna));
  });

  it('says that the password is wrong, and keeps none in the library', async () => {
    const dirk = person(base, 'Dirk', { env: { RAAKVLAK_PASSWORD: 'fout' } });
    const ran = await dirk.run('space', 'open', `${server.url}raakvlak`, '--user', server.user, '--json');
    expect(JSON.parse(ran.out)).toMatchObject({ error: { code: 'remote-login' } });
    expect(ran.code).toBe(1);
    for (const who of [anna, bram])
      for (const path of filesIn(who.library)) {
        const bytes = readFileSync(join(who.library, path));
        expect(bytes.includes(server.password), path).toBe(false);
        expect(bytes.includes(Buffer.from(server.password).toString('base64')), path).toBe(false);
      }
  });
});

describe.skipIf(skipsServer('apache'))(
  'two people over Apache on TLS with a certificate of their own, by the command line',
  () => {
    let server: WebdavServer;
    let anna: Person;
    let bram: Person;
    beforeAll(async () => {
      server = await startApache({ auth: 'basic', tls: true });
      const certificates = join(base, 'ca.pem');
      writeFileSync(certificates, server.ca ?? '');
      const file = join(base, 'wachtwoord');
      writeFileSync(file, `${server.password}\n`, { mode: 0o600 });
      const env = { RAAKVLAK_PASSWORD_FILE: file, NODE_EXTRA_CA_CERTS: certificates };
      [anna, bram] = [person(base, 'Els', { env }), person(base, 'Fred', { env })];
    });
    afterAll(() => server.stop());

    it('makes, opens and writes, with the password from a file, and holds the same', async () => {
      const at = `${server.url}ruimte`;
      expect(at).toMatch(/^https:/);
      const made = await anna.json<{ id: string }>('space', 'create', space, '--at', at, '--user', server.user);
      await add(anna, 'Op slot');
      await anna.json('sync', '--once');
      expect(await bram.json('space', 'open', at, '--user', server.user)).toMatchObject({ id: made.id, fault: null });
      await inStep(bram, anna);
      expect(await hashesOf(bram)).toEqual(await hashesOf(anna));
      expect(await bram.json('list', '--space', space)).toMatchObject([{ title: 'Op slot' }]);
    });

    it('sends nothing to a server whose certificate nobody vouches for', async () => {
      const gerda = person(base, 'Gerda', { env: { RAAKVLAK_PASSWORD: server.password } });
      const ran = await gerda.run('space', 'open', `${server.url}ruimte`, '--user', server.user, '--json');
      expect(JSON.parse(ran.out)).toMatchObject({ error: { code: 'remote-certificate' } });
    });
  },
);
