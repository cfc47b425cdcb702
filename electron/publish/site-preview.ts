import type { SpaceId } from '../../shared/base/ids';
import type { SitePreview } from '../../shared/model/export';
import { isOnRequest, itemTypes } from '../../shared/model/types';
import type { ItemState } from '../../shared/revision/item-state';
import { isPublic } from './public-records';

/** What a website of these spaces would show, by type, and what of them stays out. */
export function sitePreview(items: Iterable<ItemState>, spaces: ReadonlySet<SpaceId>): SitePreview {
  const shown = new Map<string, number>();
  const leftOut = { drafts: 0, persons: 0, files: 0 };
  for (const item of items) {
    const type = String(item.fields['type'] ?? '');
    if (!spaces.has(item.space) || item.deleted || isOnRequest(type)) continue;
    if (isPublic(item)) {
      shown.set(type, (shown.get(type) ?? 0) + 1);
      if ((item.fields['file'] ?? null) !== null) leftOut.files += 1;
    } else if (type === 'draft') leftOut.drafts += 1;
    else if (type === 'person') leftOut.persons += 1;
  }
  return {
    records: [...shown.values()].reduce((sum, count) => sum + count, 0),
    byType: itemTypes.flatMap(({ name }) => {
      const count = shown.get(name);
      return count === undefined ? [] : [{ type: name, count }];
    }),
    leftOut,
  };
}
