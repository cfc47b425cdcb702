/** After a working day of two people, no word of a closed space is in its folder, in whatever form; and the look for it would find one. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { keysOf } from '../../electron/library/device';
import { unwrapEpochKey } from '../../electron/library/epoch-key';
import { folderTransport } from '../../electron/sync/transports/folder-transport';
import { textsFoundIn } from '../support/byte-scan';
import { filesIn, temporaryFolder } from '../support/library-folders';
import { settle, sharedSpace, type SyncDevice } from '../support/sync-devices';

const titles = ['Ontwerp toekomstgesprekken', 'Verzuimaanpak Noordrand', 'Vragenlijst overstappers', 'Tweede ontwerp'];
const texts = [
  'Nog niet delen: de cijfers kloppen niet.',
  'Bespreken met de wethouder',
  'Paarse krokodil in kwartaal drie',
];
const people = ['Anna Verzonnen', 'Bram Bedacht', 'Doorstroompunt Noordrand', 'Mbo Verzonnen'];
const fileNames = ['concept-toekomstgesprekken.txt', 'begroting-noordrand.xlsx'];

async function workingDay(): Promise<{ readonly folder: string; readonly secrets: readonly string[] }> {
  const folder = temporaryFolder();
  const { space, devices } = await sharedSpace([folderTransport(folder), folderTransport(folder)], undefined, true);
  const [{ library: anna }, { library: bram }] = devices as [SyncDevice, SyncDevice];
  await anna.introduce(space, { name: 'Anna Verzonnen', organisation: 'Doorstroompunt Noordrand' });
  await bram.introduce(space, { name: 'Bram Bedacht', organisation: 'Mbo Verzonnen' });
  const contents = fileNames.map((name, i) => Buffer.from(`${name} ${texts[i] as string}\n`.repeat(300)));
  const made: string[] = [];
  for (const [i, name] of fileNames.entries()) {
    const blob = await anna.putBlob({ bytes: contents[i] as Buffer });
    const file = { ...blob, name, mediaType: 'text/plain' };
    const set = { title: titles[i] as string, body: texts[0] as string, file };
    made.push((await anna.createItem({ type: 'draft', space, set })).id);
  }
  await settle(devices);
  const [first, second] = made as [Parameters<typeof anna.change>[0], Parameters<typeof anna.change>[0]];
  await bram.createItem({ type: 'question', space, set: { title: titles[2] as string, answer: texts[1] as string } });
  await anna.change(first, { set: { title: titles[3] as string } });
  await bram.change(first, { set: { title: `${titles[1] as string} (Bram)` }, add: { tags: [texts[2] as string] } });
  await settle(devices);
  await bram.resolveConflict(first, 'title', titles[3] as string);
  await bram.bin([second]);
  await anna.space(space).renewKey([await bram.access(space).ownDevice()]);
  for (let i = 0; i < 20; i += 1) await anna.change(first, { set: { body: `${texts[1] as string} ${i}` } });
  await anna.erase({ items: [second] });
  await settle(devices);
  return { folder, secrets: [...contents.map(sha256), ...keysIn(folder, devices), ...made] };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The secrets of both devices and of every epoch, as text and as bytes in hexadecimal. */
function keysIn(folder: string, devices: readonly SyncDevice[]): readonly string[] {
  const own = devices.map(({ base }) => {
    const path = join(base, 'library/device/device.json');
    const { secret } = JSON.parse(readFileSync(path, 'utf8')) as { secret: string };
    return { secret: Buffer.from(secret, 'base64'), keys: keysOf(Buffer.from(secret, 'base64')) };
  });
  const epochs = filesIn(folder)
    .filter((path) => path.startsWith('keys/'))
    .flatMap((path) => own.map(({ keys }) => unwrapEpochKey(readFileSync(join(folder, path)), keys.identity)))
    .flatMap((found) => (found === null ? [] : [found.key.identity]));
  expect(epochs).toHaveLength(4);
  return [...own.map(({ keys }) => keys.identity), ...epochs]
    .flatMap(({ text, secret }) => [text, Buffer.from(secret).toString('hex')])
    .concat(own.map(({ secret }) => secret.toString('hex')));
}

function lookThrough(folder: string, wanted: readonly string[]): readonly string[] {
  return filesIn(folder).flatMap((path) => [
    ...textsFoundIn(Buffer.from(path), wanted).map((text) => `${text} in the name ${path}`),
    ...textsFoundIn(readFileSync(join(folder, path)), wanted).map((text) => `${text} in ${path}`),
  ]);
}

describe('the folder of a closed space after a working day', () => {
  test('holds no title, text, name, file name, hash or key', { timeout: 60_000 }, async () => {
    const { folder, secrets } = await workingDay();
    const wanted = [
      ...titles,
      ...texts,
      ...people,
      ...fileNames,
      ...secrets,
      'AGE-SECRET-KEY',
      '"draft"',
      'membership',
    ];
    expect(filesIn(folder).length).toBeGreaterThan(10);
    expect(lookThrough(folder, wanted)).toEqual([]);
    expect(filesIn(folder).map((path) => path.split('/')[0])).not.toContain('cards');
    // What its founder chose to show does occur: the name in the marker.
    expect(lookThrough(folder, ['Regio Noord'])).toEqual(['Regio Noord in raakvlak.json']);
  });

  const planted: Readonly<Record<string, (text: string) => Uint8Array>> = {
    'as it is': (text) => Buffer.from(`xx${text}yy`),
    'as JSON': (text) => Buffer.from(JSON.stringify({ text })),
    'in gzip': (text) => Buffer.concat([Buffer.from('voor'), gzipSync(text)]),
    'in zlib': (text) => deflateSync(`abc ${text}`),
    'in base64': (text) => Buffer.from(`{"a":"${Buffer.from(text).toString('base64')}"}`),
    'in base64url, somewhere in it': (text) => Buffer.from(Buffer.from(`abcd ${text} é`).toString('base64url')),
    'in gzip in base64': (text) => Buffer.from(gzipSync(text).toString('base64')),
    'in base64 in gzip': (text) => gzipSync(Buffer.from(`1${text}`).toString('base64')),
    'in UTF-16': (text) => Buffer.from(text, 'utf16le'),
    'as hexadecimal digits': (text) => Buffer.from(Buffer.from(text).toString('hex')),
  };

  test.each(Object.keys(planted))('would be found to hold one: %s', (how) => {
    const folder = join(temporaryFolder(), 'planted');
    mkdirSync(folder);
    const noise = Array.from({ length: 3_000 }, (_, i) => sha256(Buffer.from(String(i)))[i % 64]).join('');
    const text = people[0] as string;
    const bytes = planted[how]?.(text) as Uint8Array;
    writeFileSync(join(folder, 'one'), Buffer.concat([Buffer.from(`${noise} `), bytes, Buffer.from(` ${noise}`)]));
    expect(lookThrough(folder, [text])).toEqual([`${text} in one`]);
    expect(lookThrough(folder, ['Iemand Anders'])).toEqual([]);
  });
});
