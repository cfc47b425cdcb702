import { firstQuestions } from '../../shared/contract/first-questions';
import { askAhead } from '../bridge/queries';

/** A library that needs longer than this to open gets a screen without rows first. */
const patienceMs = 120;
const needed: readonly string[] = ['settings.get', 'lock.status', 'items.query'];

/** Asks what the first screen shows. Resolves when its rows are here, so that it is drawn once and whole. */
export async function askFirstScreen(): Promise<void> {
  const answers = firstQuestions.map(([name, input]) => ({ name, answer: askAhead(name, input as never) }));
  const wanted = answers.flatMap(({ name, answer }) => (needed.includes(name) ? [answer] : []));
  await Promise.race([Promise.all(wanted), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}
