import type { ItemId } from '../../shared/base/ids';
import type { FileRef } from '../../shared/model/file-ref';
import type { FileTextStatus } from '../../shared/model/views';
import type { Facet, ItemPage, ItemQuery, HitReason, PaletteHit, SidebarCounts } from '../../shared/search/item-query';
import type { Thesaurus } from '../../shared/search/thesaurus';
import type { Database } from '../library/database';
import { openDocumentIndex, type DocumentIndex } from './document-index';
import { createAnalyser, type Analyser } from './dutch/analyse';
import type { DutchWords } from './dutch/dutch-words';
import { createFamilies } from './dutch/families';
import type { Alternative, Knowledge } from './expand';
import { countFacets } from './facets';
import { explainHit, type FieldText } from './explain-hit';
import { matchingRows } from './full-text';
import { idsOfRows, itemRows, type ListedRow } from './item-rows';
import { searchableSummary, sidebarCounts } from './library-counts';
import { listRows } from './list';
import { createPalette, type Palette } from './palette';
import { createLibraryThesaurus } from './library-thesaurus';
import { soughtMatch, type LevelMatch } from './match-expression';
import { planQuery, type QueryPlan } from './query-plan';
import { rankFully, rankQuickly } from './ranking';
import { createRowColumns, type RowColumns } from './row-columns';
import { countRows, intersect, type RowSet } from './row-set';
import { guarded } from './search-error';
import type { FreshTexts } from './text-writer';
import { passing, select } from './selection';
import { typeNames } from './type-names';
import type { ConditionContext } from './conditions';

export type SearchMode = 'quick' | 'full';

/** Questions to the index. Never inside a transaction that may be rolled back. Errors: AppError `search-index-damaged`. */
export interface Searcher {
  /**
   * A page of what is found, or of everything without text. `quick` answers as people type: items with all words in title, headings and short fields first,
   * then the newest of the others; `totalIsExact` tells whether that was all. `full` ranks every hit.
   */
  query(query: ItemQuery, mode: SearchMode): ItemPage;
  /** The ids of what `query` would give in full, without what a row shows: for choosing many at once. */
  ids(query: ItemQuery): readonly ItemId[];
  /** Counts for every facet value; exact. A facet's own choice does not narrow its own counts. */
  facets(query: ItemQuery): readonly Facet[];
  counts(): SidebarCounts;
  palette(text: string, limit: number): readonly PaletteHit[];
  /** Where in an item the query was found; `fields` are the texts of its record. */
  why(query: ItemQuery, fields: readonly FieldText[], fileHash: string | null): readonly HitReason[];
  thesaurus(): Thesaurus;
}

export interface Search extends Searcher {
  readonly documents: DocumentIndex;
  fileText(file: FileRef): FileTextStatus;
  /** Leaves what the next opening need not read again. */
  close(): void;
}

export interface SearchOptions {
  readonly words: DutchWords;
  /** What is searched for besides what is typed; null: nothing. The Dutch words and the thesaurus of the app and the library when left out. */
  readonly knowledge?: Knowledge | null;
  /** Shared with the item index of the same database. */
  readonly fresh?: FreshTexts;
}

interface Found {
  readonly page: readonly ListedRow[];
  readonly total: number;
  readonly exact: boolean;
}

/** What fewer items than these have, or a smaller share of them, tells something. */
const tellingItems = 20;
const tellingShare = 0.2;

class IndexSearcher implements Searcher {
  private readonly columns: RowColumns;
  private readonly labels: Palette;
  private readonly names = typeNames();
  private sought = { stamp: '', known: new Map<string, boolean>() };

  constructor(
    private readonly database: Database,
    private readonly analyser: Analyser,
    private readonly knowledge: Knowledge | null,
    private readonly terms: () => Thesaurus,
  ) {
    this.columns = createRowColumns(database);
    this.labels = createPalette(database);
  }

  query(query: ItemQuery, mode: SearchMode): ItemPage {
    return guarded(() => {
      const { plan, context } = this.plan(query);
      const found = this.find(query, mode, plan, context);
      return {
        total: found.total,
        totalIsExact: found.exact,
        rows: itemRows(this.database, found.page, plan.asked, this.analyser),
        summary: {
          searchable: searchableSummary(this.database, this.columns.counts()),
          expansions: [...context.expansions.values()],
        },
      };
    });
  }

  ids(query: ItemQuery): readonly ItemId[] {
    return guarded(() => {
      const { plan, context } = this.plan(query);
      return idsOfRows(
        this.database,
        this.find(query, 'full', plan, context).page.map(({ row }) => row),
      );
    });
  }

  facets(query: ItemQuery): readonly Facet[] {
    return guarded(() => {
      const { plan, context } = this.plan(query);
      const selection = select(query, plan.conditions, context);
      const widest = plan.levels?.at(-1)?.match;
      const hits = widest === undefined ? null : matchingRows(this.database, widest, this.columns.size);
      return countFacets(this.database, this.columns, query, selection, hits);
    });
  }

  keep(): void {
    guarded(() => this.columns.keep());
  }

  counts(): SidebarCounts {
    return guarded(() => {
      this.columns.refresh();
      return sidebarCounts(this.database, this.columns.counts());
    });
  }

  palette(text: string, limit: number): readonly PaletteHit[] {
    return guarded(() => {
      this.columns.refresh();
      return this.labels.find(text, limit, this.columns.stamp);
    });
  }

  why(query: ItemQuery, fields: readonly FieldText[], fileHash: string | null): readonly HitReason[] {
    return guarded(() => explainHit(this.database, this.plan(query).plan.asked, { fields, fileHash }, this.analyser));
  }

  thesaurus(): Thesaurus {
    return guarded(() => this.terms());
  }

  private plan(query: ItemQuery): { plan: QueryPlan; context: ConditionContext } {
    this.columns.refresh();
    const context: ConditionContext = {
      database: this.database,
      columns: this.columns,
      analyser: this.analyser,
      knowledge: this.knowledge,
      withoutExpansions: new Set(query.withoutExpansions),
      exists: (sought) => this.has(sought, 1),
      isTelling: (sought) => !this.has(sought, Math.max(tellingItems, this.columns.size * tellingShare)),
      expansions: new Map(),
    };
    return { plan: planQuery(query, this.names, context), context };
  }

  private find(query: ItemQuery, mode: SearchMode, plan: QueryPlan, context: ConditionContext): Found {
    if (isEverything(query, plan)) return this.everything(query);
    const pass = passing(select(query, plan.conditions, context));
    return plan.levels === null || query.sort !== 'relevance'
      ? this.list(query, plan, pass)
      : this.rank(query, plan.levels, pass, mode);
  }

  /** What a window opens with. Nothing need be looked through: as a set of rows, `presence` holds just those outside the bin. */
  private everything(query: ItemQuery): Found {
    const { columns } = this;
    const rows = listRows(query, columns, columns.presence);
    return { page: rows.map((row) => ({ row, score: null })), total: columns.counts().live, exact: true };
  }

  private list(query: ItemQuery, plan: QueryPlan, pass: RowSet): Found {
    const widest = plan.levels?.at(-1)?.match;
    const rows = widest === undefined ? pass : intersect(pass, matchingRows(this.database, widest, this.columns.size));
    return {
      page: listRows(query, this.columns, rows).map((row) => ({ row, score: null })),
      total: countRows(rows),
      exact: true,
    };
  }

  private rank(query: ItemQuery, levels: readonly LevelMatch[], pass: RowSet, mode: SearchMode): Found {
    const request = { database: this.database, levels, pass, wanted: query.offset + query.limit };
    const { rows, total, complete } = mode === 'full' ? rankFully(request) : rankQuickly(request);
    return { page: rows.slice(query.offset), total, exact: complete };
  }

  /** Whether at least so many items have it. */
  private has(sought: Alternative['sought'], items: number): boolean {
    if (this.sought.stamp !== this.columns.stamp) this.sought = { stamp: this.columns.stamp, known: new Map() };
    const { known } = this.sought;
    const match = soughtMatch(sought, 'text');
    const key = `${items} ${match}`;
    let there = known.get(key);
    if (there === undefined) {
      const { count } = this.database
        .prepare('SELECT count(*) AS count FROM (SELECT 1 FROM search_text WHERE search_text MATCH ? LIMIT ?)')
        .get<{ count: number }>(match, Math.ceil(items)) ?? { count: 0 };
      there = count >= items;
      known.set(key, there);
    }
    return there;
  }
}

function isEverything({ view, group, collection, filters }: ItemQuery, { levels, conditions }: QueryPlan): boolean {
  const chosen = Object.values(filters).some((values) => values.length > 0);
  return (
    view === 'all' && group === null && collection === null && !chosen && levels === null && conditions.length === 0
  );
}

/** For reading only: what a worker on its own connection uses. The tables must be there. */
export function createSearcher(database: Database, options: SearchOptions): Searcher {
  return searcherOf(database, options);
}

function searcherOf(database: Database, { words, ...options }: SearchOptions): IndexSearcher {
  const analyser = createAnalyser(words.split);
  const terms = createLibraryThesaurus(database, analyser);
  const own: Knowledge = {
    split: words.split,
    families: createFamilies(words.list, words.split),
    thesaurus: () => terms.current(),
  };
  const knowledge = options.knowledge === undefined ? own : options.knowledge;
  return new IndexSearcher(database, analyser, knowledge, () => (knowledge ?? own).thesaurus());
}

/** Search over the library's database, with the texts of its files. */
export function openSearch(database: Database, options: SearchOptions): Search {
  const documents = openDocumentIndex(database, createAnalyser(options.words.split), options.fresh);
  const searcher = searcherOf(database, options);
  return {
    documents,
    fileText: (file) => documents.status(file.hash),
    query: (query, mode) => searcher.query(query, mode),
    ids: (query) => searcher.ids(query),
    facets: (query) => searcher.facets(query),
    counts: () => searcher.counts(),
    palette: (text, limit) => searcher.palette(text, limit),
    why: (query, fields, fileHash) => searcher.why(query, fields, fileHash),
    thesaurus: () => searcher.thesaurus(),
    close: () => searcher.keep(),
  };
}
