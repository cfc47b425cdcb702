import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonValue } from '../../shared/base/json';
import { readSampleLibrary } from '../../shared/model/sample-record';
import type { TestItem } from './search-items';

/** A document of the judged collection: a record of the sample library, or a real report beside the project. */
export interface JudgedDocument {
  readonly key: string;
  readonly item: TestItem;
  readonly headings: readonly string[];
  readonly text: string;
}

export interface JudgedQuery {
  readonly query: string;
  readonly need: string;
  /** 3 what one looks for, 2 useful, 1 touches it; what is not named is not relevant. */
  readonly grades: Readonly<Record<string, number>>;
}

const sample = join(process.cwd(), 'resources', 'sample');
const reports = join(process.cwd(), '..', 'shared', 'seeds');

export function judgedQueries(): readonly JudgedQuery[] {
  const file = join(process.cwd(), 'test', 'fixtures', 'relevance', 'judged.json');
  return JSON.parse(readFileSync(file, 'utf8')) as JudgedQuery[];
}

/** Never looked at while anything was chosen or weighed: every third query. */
export const isHeldOut = (at: number): boolean => at % 3 === 2;

export function judgedDocuments(): JudgedDocument[] {
  const records = readSampleLibrary(
    readdirSync(sample)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .flatMap((name) => JSON.parse(readFileSync(join(sample, name), 'utf8')) as unknown[]),
  );
  const fromSample = records.map(({ key, type, fields, sets, file }, n): JudgedDocument => ({
    key,
    item: {
      n: n + 1,
      fields: { type, ...(fields as Record<string, JsonValue>) },
      sets: sets as Record<string, JsonValue[]>,
      ...(file === undefined ? {} : { file: n + 1 }),
    },
    ...(file === undefined ? { headings: [], text: '' } : sourceOf(file)),
  }));
  return [...fromSample, ...realReports(records.length + 1)];
}

/** The files of the sample library are made from these, see scripts/make-sample-files.mjs. */
function sourceOf(file: string): { headings: string[]; text: string } {
  const path = join(sample, 'sources', file.replace(/\.[a-z]+$/, '.md'));
  const text = readFileSync(path, 'utf8').replace(/^---\n[^]*?\n---\n/, '');
  return { headings: [...text.matchAll(/^#+ (.+)$/gm)].map((match) => match[1] ?? ''), text };
}

function realReports(from: number): JudgedDocument[] {
  if (!existsSync(reports)) return [];
  return readdirSync(reports)
    .sort()
    .map((name, at) => {
      const text = readFileSync(join(reports, name), 'utf8');
      const title = /\S.*/.exec(text)?.[0].trim().slice(0, 120) ?? name;
      const n = from + at;
      return {
        key: `seed-${name.replace(/\.[a-z]+$/, '')}`,
        item: { n, fields: { title }, file: n },
        headings: [],
        text,
      };
    });
}
