import { choiceLabels } from '../../../shared/messages/vocabulary';
import { fold } from '../../../shared/search/fold';

const labels: Readonly<Record<string, Readonly<Record<string, { nl: string; en: string }>>>> = choiceLabels;

/** The value of a list that a text stands for: its own name, or what it is called in Dutch or English. Any other text is given back as it is. */
export function listValue(field: string, text: string): string {
  const own = labels[field];
  if (own === undefined || text in own) return text;
  const wanted = fold(text);
  return Object.entries(own).find(([, { nl, en }]) => fold(nl) === wanted || fold(en) === wanted)?.[0] ?? text;
}
