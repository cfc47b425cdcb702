import { typeLabels } from '../../shared/messages/types';
import { fold } from '../../shared/search/fold';

/** What people may call a type in `type:`, folded, in either language: `onderzoeken` → `study`. */
export function typeNames(): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [type, labels] of Object.entries(typeLabels)) {
    for (const label of [type, labels.one.nl, labels.many.nl, labels.one.en, labels.many.en]) names[fold(label)] = type;
  }
  return names;
}
