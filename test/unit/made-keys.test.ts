/** Keys of a closed space where coordinators act without having seen each other. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changeRights } from '../../electron/access/members';
import { carryClosed, closedSpace, letIn, memberOf } from '../support/closed-space';
import { draft, joinedPeer, type Peer } from '../support/library-spaces';
import { must } from '../support/must';

const gone = { role: 'none', until: null, reason: '' } as const;
const device = (peer: Peer): string => must(peer.library.device());
const roleIn = (peer: Peer): string | undefined => peer.library.access(peer.space.id).self()?.role;

/** Members with a key of the newest epoch, as one copy has their files. */
async function givenNewest(peer: Peer): Promise<readonly string[]> {
  const { epoch } = must(peer.space.newestKey());
  const paths = (await peer.space.keyPaths()).filter((path) => path.startsWith(`keys/${epoch}-`));
  return paths.map((path) => must(path.split('/')[2])).sort();
}

async function renew({ library, space }: Peer): Promise<void> {
  const members = [...library.access(space.id).membership().now.all.values()].filter(({ role }) => role !== 'none');
  await space.renewKey(members.flatMap(({ devices }) => devices).filter(({ recipient }) => recipient !== ''));
}

test('F28 who made a key gives it to whom another coordinator let in meanwhile', async () => {
  const founder = await closedSpace();
  const second = await memberOf(founder, 'coordinate');
  await renew(founder);
  const made = await founder.library.createItem(draft(founder.space.id, 'Onder de nieuwe sleutel'));
  const newcomer = await joinedPeer(founder.space);
  await letIn(second, newcomer, 'read');
  await carryClosed(second.space, newcomer.space);
  expect(newcomer.library.get(made.id)).toBeNull();
  await carryClosed(second.space, founder.space);
  expect(await givenNewest(founder)).toContain(device(newcomer));
  await carryClosed(founder.space, newcomer.space);
  expect(newcomer.library.get(made.id)?.fields['title']).toBe('Onder de nieuwe sleutel');
});

test('F28 nobody else gives it: who has it and has not heard who was to be kept out', async () => {
  const founder = await closedSpace();
  const second = await memberOf(founder, 'coordinate');
  const former = await memberOf(founder, 'read');
  await carryClosed(founder.space, second.space);
  await changeRights(founder.library, founder.space.id, device(former) as never, gone);
  // The key alone reaches the second coordinator, who still takes the other for a member.
  const own = (await founder.space.keyPaths()).filter((path) => path.endsWith(device(second)));
  for (const path of own) await second.space.receiveKey(path, readFileSync(founder.space.pathOf(path)));
  expect(must(second.space.newestKey()).epoch).toBe(2);
  await carryClosed(second.space, founder.space);
  for (const peer of [founder, second]) expect(await givenNewest(peer)).not.toContain(device(former));
});

test('F12 what was written under an earlier key stays under it, so that who lost access reads that they did', async () => {
  const founder = await closedSpace();
  const former = await memberOf(founder, 'edit');
  await changeRights(founder.library, founder.space.id, device(former) as never, gone);
  for (let i = 0; i < 10; i += 1) await founder.library.createItem(draft(founder.space.id, `Later ${i}`));
  await carryClosed(founder.space, former.space);
  expect(roleIn(former)).toBe('none');
  expect([...former.library.items()].filter(({ space }) => space === former.space.id)).toEqual([]);
  // Within one key small packs are still taken up by larger ones.
  const [own] = (await founder.space.heads()).filter((head) => head.own);
  expect(must(own).head.packs.length).toBeLessThan(8);
});

test('F28 who goes on under another name takes the later keys from a coordinator of whom they did not know', async () => {
  const founder = await closedSpace();
  const member = await memberOf(founder, 'edit');
  const second = await memberOf(founder, 'read');
  await renew(founder);
  await changeRights(founder.library, founder.space.id, device(second) as never, { ...gone, role: 'coordinate' });
  await carryClosed(founder.space, second.space);
  const made = await founder.library.createItem(draft(founder.space.id, 'Onder de nieuwe sleutel'));
  await member.library.renewDevice();
  await letIn(second, member, 'edit');
  await carryClosed(second.space, member.space);
  await carryClosed(founder.space, member.space);
  expect(roleIn(member)).toBe('edit');
  expect(member.library.get(made.id)?.fields['title']).toBe('Onder de nieuwe sleutel');
});
