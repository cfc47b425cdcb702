import { isHeldOut, judgedDocuments, judgedQueries, type JudgedQuery } from '../support/relevance-corpus';
import { ndcg, recall } from '../support/relevance-measures';
import { rankedSystems, type RankedSystem } from '../support/relevance-systems';

/*
 * How well searches are answered: nDCG@10 and recall@20 over the judged queries of test/fixtures/relevance, beside plain FTS5 and FTS5 with Snowball
 * stems, all in one run on the same documents. `--each` shows every query, `--top QUERY` what is found for one.
 */

const args = process.argv.slice(2);
const documents = judgedDocuments();
const there = new Set(documents.map(({ key }) => key));
const queries = judgedQueries().map((judged): JudgedQuery => ({
  ...judged,
  grades: Object.fromEntries(Object.entries(judged.grades).filter(([key]) => there.has(key))),
}));
const systems = rankedSystems(documents);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const shown = (value: number): string => value.toFixed(3).padStart(8);

const topOf = args.indexOf('--top');
if (args.includes('--pool')) showPool();
else if (topOf >= 0) showTop(args[topOf + 1] ?? '');
else showAll();

function showAll(): void {
  const sets = [
    { name: 'all', of: queries },
    { name: 'chosen with', of: queries.filter((_, at) => !isHeldOut(at)) },
    { name: 'held out', of: queries.filter((_, at) => isHeldOut(at)) },
  ];
  console.log(`${queries.length} judged queries, ${documents.length} documents`);
  console.log(`${''.padEnd(26)}${sets.map(({ name, of }) => `${name} (${of.length})`.padStart(20)).join('')}`);
  console.log(`${''.padEnd(26)}${sets.map(() => '   nDCG@10 recall@20').join('')}`);
  for (const system of systems) {
    const cells = sets.map(({ of }) => {
      const found = of.map(({ query }) => system.find(query));
      const scores = [ndcg, recall].map((measure) =>
        mean(of.map(({ grades }, at) => measure(found[at] ?? [], grades))),
      );
      return `  ${scores.map(shown).join('  ')}`;
    });
    console.log(`${system.name.padEnd(26)}${cells.join('')}`);
  }
  if (args.includes('--each')) showEach();
}

/** Held-out queries are left out here, so that nobody chooses with them. */
function showEach(): void {
  queries.forEach(({ query, grades }, at) => {
    if (isHeldOut(at)) return;
    const scores = systems.map((system) => shown(ndcg(system.find(query), grades)));
    console.log(`${query.padEnd(32)}${scores.join('')}`);
  });
}

function showTop(text: string): void {
  const grades = queries.find(({ query }) => query === text)?.grades ?? {};
  for (const system of systems) showFound(system, text, grades);
}

function showFound(system: RankedSystem, text: string, grades: Readonly<Record<string, number>>): void {
  const found = system.find(text);
  console.log(`\n${system.name}: ${found.length} found`);
  for (const key of found.slice(0, 15)) console.log(`  ${grades[key] ?? '-'} ${key}`);
  const missed = Object.keys(grades).filter((key) => !found.includes(key));
  console.log(`  missed: ${missed.map((key) => `${key}:${grades[key]}`).join(' ')}`);
}

/** What no one has judged yet and some system shows among its first ten, in the order of the alphabet: for judging without knowing whose it is. */
function showPool(): void {
  for (const { query, grades } of queries) {
    const found = new Set(systems.flatMap((system) => system.find(query).slice(0, 10)));
    const unjudged = [...found].filter((key) => grades[key] === undefined).sort();
    if (unjudged.length > 0) console.log(`${query}: ${unjudged.join(' ')}`);
  }
}
