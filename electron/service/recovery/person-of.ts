import type { Person } from '../../../shared/access/change';
import type { ServiceSettings } from '../../../shared/model/settings';

/** Who works here, as a membership writes it down. */
export function personOf({ settings }: { readonly settings: () => ServiceSettings }): Person {
  const { name, organisation } = settings().profile;
  return { name, organisation, contact: '' };
}
