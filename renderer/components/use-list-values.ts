import { extensibleLists } from '../../shared/vocabulary/lists';
import { useAsk } from '../bridge/queries';

const none: readonly string[] = [];

/** The values that coordinators added to the list of a field, as items of type `listValue`; none for a field whose list is closed. */
export function useListValues(field: string): readonly string[] {
  const isOpen = (extensibleLists as readonly string[]).includes(field);
  const lists = useAsk('terms.listValues', undefined, { enabled: isOpen }).data;
  return (isOpen ? lists?.[field] : undefined) ?? none;
}
