/** R11: requests, answers and cards, which lie beside the encrypted part, and names from the folder. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardsOf, putCard } from '../../electron/access/cards';
import { isNewerNotice, namedNotice, readNotice } from '../../electron/access/notice';
import { keepNotice, noticeAt } from '../../electron/access/notice-files';
import { askForAccess, requestsOf } from '../../electron/access/requests';
import { keyAt } from '../../electron/library/epoch-key';
import { encodeSignedJson } from '../../electron/library/signed-json';
import { signerOf } from '../../electron/library/signing';
import { deviceOfHeadName, namedFile } from '../../electron/sync/space-paths';
import type { JsonValue } from '../../shared/base/json';
import { attackSize, countAttacks } from '../support/attack-count';
import { closedSpace } from '../support/closed-space';
import { filesIn } from '../support/library-folders';
import { joinedPeer, type Peer } from '../support/library-spaces';
import { must } from '../support/must';

const attacked = countAttacks('notices');
const { seed, mutations } = attackSize;
const now = (): Date => new Date('2024-03-01T09:00:00.000Z');
const person = { name: 'Noor Bedacht', organisation: 'College Zuid', contact: '' };

describe('files beside the encrypted part', () => {
  async function asked(): Promise<{ founder: Peer; peer: Peer; path: string; bytes: Buffer }> {
    const founder = await closedSpace();
    const peer = await joinedPeer(founder.space);
    const parts = { library: peer.library, random: (n: number) => randomBytes(n), now };
    await askForAccess(parts, peer.space.id, { person, role: 'read', reason: 'graag' });
    const path = `requests/${must(peer.library.device())}.json`;
    return { founder, peer, path, bytes: readFileSync(peer.space.pathOf(path)) };
  }

  test('a request is read whole, and not with another signature, key, name, space or recipient', async () => {
    const { founder, path, bytes } = await asked();
    const space = founder.space.id;
    expect(readNotice(path, bytes, space)).toMatchObject({ kind: 'request' });
    await keepNotice(founder.space, must(readNotice(path, bytes, space)), bytes);
    expect(await requestsOf(founder.library, space)).toMatchObject([{ name: person.name, reason: 'graag' }]);
    const content = JSON.parse(bytes.toString('utf8')) as Record<string, JsonValue>;
    const stranger = signerOf(randomBytes(32));
    const { sig: _sig, ...unsigned } = content;
    const resigned = (change: Record<string, JsonValue>): Uint8Array =>
      encodeSignedJson({ ...unsigned, ...change }, stranger);
    const forged: readonly (readonly [string, Uint8Array])[] = [
      [path, Buffer.from(JSON.stringify(unsigned))],
      [path, Buffer.from(JSON.stringify({ ...content, sig: '' }))],
      [path, Buffer.from(JSON.stringify({ ...content, sig: stranger.sign('something else') }))],
      [path, Buffer.from(JSON.stringify({ ...content, edition: 9 }))],
      [path, Buffer.from(JSON.stringify({ ...content, sealed: 'AAAA' }))],
      [path, Buffer.from(JSON.stringify({ ...content, extra: 1 }))],
      [path, resigned({})],
      [path, resigned({ key: stranger.publicKey })],
      [path, resigned({ key: stranger.publicKey, device: stranger.device })],
      [`requests/${stranger.device}.json`, bytes],
      [`requests/${stranger.device}-${String(content['device'])}.json`, resigned({ key: stranger.publicKey })],
      [`cards/${String(content['device'])}-${'a'.repeat(26)}.json`, resigned({ device: stranger.device })],
      [path, Buffer.concat([bytes, Buffer.alloc(70_000, ' ')])],
      [path, Buffer.from('['.repeat(5_000))],
      [path, Buffer.alloc(0)],
    ];
    for (const [at, file] of forged) {
      attacked();
      expect(readNotice(at, file, space)).toBeNull();
    }
    attacked();
    expect(readNotice(path, bytes, 'z'.repeat(26) as never)).toBeNull();
  });

  test(
    `no byte of a request can be another (${mutations} places, seed ${seed})`,
    { timeout: 30_000 + mutations * 5 },
    async () => {
      const { founder, path, bytes } = await asked();
      const whole = JSON.stringify(readNotice(path, bytes, founder.space.id));
      let state = seed;
      for (let i = 0; i < mutations; i += 1) {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        const changed = Buffer.from(bytes);
        const at = state % changed.length;
        changed[at] = (changed[at] as number) ^ (1 << (i % 8));
        const read = readNotice(path, changed, founder.space.id);
        attacked();
        // White space around the object may be another; what it says may not.
        if (read !== null) expect(JSON.stringify(read)).toBe(whole);
      }
    },
  );

  test('an older request or card that is put back does not stand', async () => {
    const { founder, peer, path, bytes } = await asked();
    const parts = { library: peer.library, random: (n: number) => randomBytes(n), now };
    await askForAccess(parts, peer.space.id, { person, role: 'edit', reason: 'toch meer' });
    const newer = readFileSync(peer.space.pathOf(path));
    for (const file of [newer, bytes, newer, bytes]) {
      attacked();
      await keepNotice(founder.space, must(readNotice(path, file, founder.space.id)), file);
    }
    expect(await requestsOf(founder.library, founder.space.id)).toMatchObject([{ role: 'edit', reason: 'toch meer' }]);
    const card = { id: 'c'.repeat(26), title: 'Kaart', owner: 'x', status: '', at: '' };
    await putCard(founder.library, founder.space.id, { ...card, withdrawn: false });
    const at = `cards/${must(founder.library.device())}-${card.id}.json`;
    const shown = readFileSync(founder.space.pathOf(at));
    await putCard(founder.library, founder.space.id, { ...card, withdrawn: true });
    attacked();
    const old = must(readNotice(at, shown, founder.space.id));
    expect(isNewerNotice(old, await noticeAt(founder.space, at))).toBe(false);
    expect(readFileSync(founder.space.pathOf(at), 'utf8')).not.toContain('Kaart');
  });

  test('a card that is put under another name is not shown', async () => {
    const { founder } = await asked();
    const { library, space } = founder;
    const card = { title: 'Kaart', owner: 'x', status: '', at: '', withdrawn: false };
    const [one, other] = ['c'.repeat(26), 'd'.repeat(26)] as const;
    const pathOf = (id: string): string => `cards/${must(library.device())}-${id}.json`;
    await putCard(library, space.id, { ...card, id: one });
    const shown = readFileSync(space.pathOf(pathOf(one)));
    for (const path of [pathOf(other), `requests/${must(library.device())}.json`]) {
      attacked();
      const notice = readNotice(path, shown, space.id);
      if (notice !== null) await keepNotice(space, notice, shown);
    }
    await putCard(library, space.id, { ...card, id: one, withdrawn: true });
    expect(await cardsOf(library, space.id)).toEqual([]);
    expect(await requestsOf(library, space.id)).toEqual([]);
  });

  test('no name from the folder leads out of it', async () => {
    const { founder } = await asked();
    const up = ['..', '../..', '..\\..', '%2e%2e', '....//', '\u2025', '.\u0000.', 'C:', '/etc', '~', 'CON', ' '];
    const tails = ['passwd', `${'a'.repeat(32)}.json`, `${'a'.repeat(32)}-${'b'.repeat(26)}.json`, 'x'.repeat(300)];
    const tops = ['cards', 'requests', 'keys', 'blobs', 'log', 'heads', ''];
    const before = filesIn(join(founder.folder, '..'));
    for (const top of tops)
      for (const dots of up)
        for (const tail of tails)
          for (const path of [`${top}/${dots}/${tail}`, `${dots}/${top}/${tail}`, `${top}/${tail}/${dots}`]) {
            attacked();
            expect([namedNotice(path), namedFile(path), keyAt(path), deviceOfHeadName(path)], path).toEqual([
              ...[null, null, null, null],
            ]);
            expect(await noticeAt(founder.space, path)).toBeNull();
          }
    expect(filesIn(join(founder.folder, '..'))).toEqual(before);
  });
});
