import { sameJson } from '../../shared/base/json';
import type { DeviceId, SpaceId } from '../../shared/base/ids';
import { effectiveChange } from '../../shared/revision/change';
import type { ItemState } from '../../shared/revision/item-state';
import { itemState } from '../../shared/revision/state';
import { commit, type Core } from './core';
import { participantType } from '../../shared/access/judge';
import type { Participant } from './library-types';

type Names = Pick<Participant, 'name' | 'organisation'>;

/** Writes who uses this device into a space (FORMAT.md, F26): once, and again when it changed. */
export async function introduce(
  core: Core,
  space: SpaceId,
  { name, organisation }: Names,
  newId: () => ItemState['id'],
): Promise<void> {
  const { device } = await core.device.ensure();
  if (!core.judges.mayRead(space, device)) return;
  const fields = { type: participantType, device, name, organisation };
  const known = statesOf(core, space).find(({ fields: own }) => own['device'] === device);
  if (known !== undefined && Object.entries(fields).every(([key, value]) => sameJson(known.fields[key] ?? '', value)))
    return;
  const draft = { id: known?.id ?? newId(), space };
  await commit(core, [
    { ...draft, body: (now) => (now === null ? { set: fields } : effectiveChange(now, { set: fields })) },
  ]);
}

/** Who takes part, as each device says it of itself; sorted by name. */
export function participants(core: Core, space: SpaceId): readonly Participant[] {
  const self = core.device.current()?.device;
  const found = new Map<DeviceId, Participant>();
  for (const { fields } of statesOf(core, space)) {
    const device = fields['device'] as DeviceId;
    const text = (field: string): string => (typeof fields[field] === 'string' ? fields[field] : '');
    if (!found.has(device))
      found.set(device, { device, name: text('name'), organisation: text('organisation'), self: device === self });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Only what a device wrote about itself counts: nobody gives another a name. */
function statesOf(core: Core, space: SpaceId): readonly ItemState[] {
  return core.items
    .ofType(participantType)
    .filter((state) => state.space === space)
    .map(({ id, fields }) => {
      const own = core.items.counting(id).filter(({ header }) => header.device === fields['device']);
      return itemState({ id, space }, own, core.policy);
    })
    .filter((state) => state !== null && typeof state.fields['device'] === 'string') as readonly ItemState[];
}
