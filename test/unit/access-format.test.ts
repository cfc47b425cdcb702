import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isNewerNotice, namedNotice, readNotice } from '../../electron/access/notice';
import { askForAccess } from '../../electron/access/requests';
import { closedSpace, memberOf } from '../support/closed-space';
import { openTestLibrary, temporaryFolder } from '../support/library-folders';
import { draft, joinedPeer } from '../support/library-spaces';
import { must } from '../support/must';

interface Line {
  readonly space: string;
  readonly header: { readonly id: string; readonly item: string; readonly under?: readonly string[] };
}

test('F29 every revision of a closed space names the membership it was written under, no other does', async () => {
  const founder = await closedSpace();
  await founder.library.createItem(draft(founder.space.id, 'voor iedereen'));
  await memberOf(founder, 'read');
  await founder.library.createItem(draft(founder.space.id, 'daarna'));
  const { steps, heads } = founder.library.access(founder.space.id).membership();
  const lines = [...founder.library.exportRevisions()].map((line) => JSON.parse(line) as Line);
  const unders = lines.map(({ header }) => header.under).filter((under) => under !== undefined);
  expect([unders[0], unders.at(-1)]).toEqual([[], heads]);
  expect(steps.map(({ header }) => header.item)).toEqual(steps.map(() => founder.space.id));
  const open = await openTestLibrary(temporaryFolder());
  const { id } = await open.createSpace({ name: 'Open' });
  await open.createItem(draft(id, 'open'));
  for (const line of open.exportRevisions()) expect((JSON.parse(line) as Line).header.under).toBeUndefined();
});

test('F30 a request tells the folder who asks only by their device, and a higher edition takes its place', async () => {
  const founder = await closedSpace();
  const peer = await joinedPeer(founder.space);
  const parts = { library: peer.library, random: (n: number) => randomBytes(n), now: () => new Date(0) };
  const person = { name: 'Noor Bedacht', organisation: 'College Zuid', contact: '' };
  const path = `requests/${(await peer.library.access(peer.space.id).ownDevice()).device}.json`;
  const read = () => must(readNotice(path, readFileSync(peer.space.pathOf(path)), peer.space.id));
  await askForAccess(parts, peer.space.id, { person, role: 'read', reason: 'graag' });
  const first = read();
  await askForAccess(parts, peer.space.id, { person, role: 'edit', reason: 'meer' });
  const second = read();
  expect([first.edition, second.edition, isNewerNotice(second, first), isNewerNotice(first, second)]).toEqual([
    ...[1, 2, true, false],
  ]);
  expect(Object.keys(second.content).sort()).toEqual(['device', 'edition', 'format', 'key', 'sealed', 'space']);
  expect(String(first.content['sealed']).length).toBe(String(second.content['sealed']).length);
  expect(namedNotice('requests/list.json')).toBeNull();
});
