import { resolve } from 'node:path';
import type { ItemId } from '../../../shared/base/ids';
import type { ImportReport, ItemDetail } from '../../../shared/model/views';
import type { ItemPage, ItemQuery } from '../../../shared/search/item-query';
import { assertNever } from '../../../shared/base/assert-never';
import type { Service } from '../open-service';
import type { CommandLine } from './arguments';
import { done, messageOf, someFailed, type CliWorld } from './run';

/** Does one command and prints what came of it: JSON for programs, lines for people. Gives the exit code. */
export async function runCommand(service: Service, line: CommandLine, world: CliWorld): Promise<number> {
  const print = (json: unknown, text: () => string): void => world.out(line.json ? JSON.stringify(json) : text());
  const [value = ''] = line.values;
  const id = value as ItemId;
  switch (line.command) {
    case 'import':
      return importPaths(service, line, print);
    case 'search':
    case 'list':
      return find(service, line, print);
    case 'show': {
      const detail = await service.call('items.get', { id });
      print(detail, () => showText(detail));
      return done;
    }
    case 'text': {
      const { pages } = await service.call('document.text', { id });
      print({ id, pages }, () => pages.join('\n\f\n'));
      return done;
    }
    case 'export': {
      const result = await service.call('library.export', { path: resolve(value) });
      print(result, () => `${result.items} items → ${result.path}`);
      return done;
    }
    case 'verify': {
      const report = await service.call('library.verify', undefined);
      print(report, () =>
        [
          `${report.revisions} revisions, ${report.blobs} files`,
          ...report.problems.map((p) => messageOf(p.code, p.params)),
        ].join('\n'),
      );
      return report.problems.length === 0 ? done : someFailed;
    }
    case 'rebuild':
      await service.call('library.rebuild', undefined);
      print({ rebuilt: true }, () => 'rebuilt');
      return done;
    default:
      return assertNever(line.command);
  }
}

type Print = (json: unknown, text: () => string) => void;

async function importPaths(service: Service, line: CommandLine, print: Print): Promise<number> {
  const paths = line.values.map((path) => resolve(path));
  const report = await service.call('import.paths', {
    job: 'cli',
    paths,
    ...(line.as === null ? {} : { as: line.as }),
  });
  const failed = report.failed.map(({ path, code, params }) => ({ path, code, message: messageOf(code, params) }));
  print({ imported: report.imported, known: report.known, failed }, () => importText(report, failed));
  return failed.length === 0 ? done : someFailed;
}

function importText({ imported, known }: ImportReport, failed: readonly { path: string; message: string }[]): string {
  return [
    ...imported.map((file) => `+ ${file.id}  ${file.title}  (${file.path})`),
    ...known.map((file) => `= ${file.id}  ${file.title}  (${file.path})`),
    ...failed.map((file) => `! ${file.path}: ${file.message}`),
    `${imported.length} imported, ${known.length} known, ${failed.length} failed`,
  ].join('\n');
}

async function find(service: Service, line: CommandLine, print: Print): Promise<number> {
  const searching = line.command === 'search';
  const query: ItemQuery = {
    // The trailing space says that the last word is finished, not still being typed.
    text: searching ? `${line.values.join(' ')} ` : '',
    filters: {},
    group: null,
    collection: null,
    view: 'all',
    sort: searching ? 'relevance' : 'changed',
    descending: true,
    withoutExpansions: [],
    offset: 0,
    limit: line.limit,
  };
  const page = await service.call('items.query', { query, mode: 'full' });
  print(page.rows.map(hitJson), () => [...page.rows.map(hitText), `${page.rows.length} / ${page.total}`].join('\n'));
  return done;
}

function hitJson({ id, type, title, snippet, score }: ItemPage['rows'][number]): object {
  return {
    id,
    type,
    title,
    page: snippet?.page == null ? null : snippet.page + 1,
    snippet: snippet?.text ?? null,
    score,
  };
}

function hitText({ id, type, title, snippet }: ItemPage['rows'][number]): string {
  const place = snippet?.page == null ? '' : ` (p. ${snippet.page + 1})`;
  return [
    `${id}  ${type.padEnd(12)} ${title}${place}`,
    ...(snippet === null ? [] : [`    ${snippet.text.replace(/\s+/g, ' ')}`]),
  ].join('\n');
}

function showText({ state, related, file }: ItemDetail): string {
  const value = (v: unknown): string => (typeof v === 'string' ? v : JSON.stringify(v));
  return [
    ...Object.entries(state.fields).map(([field, v]) => `${field}: ${value(v)}`),
    ...Object.entries(state.sets)
      .filter(([field]) => field !== 'relations')
      .map(([field, v]) => `${field}: ${v.map(value).join(', ')}`),
    ...related.map(({ kind, direction, id, title }) => `${direction === 'out' ? '→' : '←'} ${kind}: ${title} (${id})`),
    ...(file === null ? [] : [`file: ${file.name} (${file.sizeBytes} bytes)`]),
  ].join('\n');
}
