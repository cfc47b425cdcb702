import type { FileRef } from '../../shared/model/file-ref';
import type { FileTextStatus } from '../../shared/model/views';
import type { Facet, ItemPage, ItemQuery, PaletteHit, SidebarCounts } from '../../shared/search/item-query';
import type { Database } from '../library/database';
import { openDocumentIndex, type DocumentIndex } from './document-index';
import { createAnalyser, type Analyser } from './dutch/analyse';
import { noExpansion, type Expander } from './dutch/expander';
import { countFacets } from './facets';
import { matchingRows, type Match } from './full-text';
import { itemRows, type ListedRow } from './item-rows';
import { countLive, searchableSummary, sidebarCounts, type LiveCounts } from './library-counts';
import { listRows } from './list';
import { createPalette, type Palette } from './palette';
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
  /** Counts for every facet value; exact. A facet's own choice does not narrow its own counts. */
  facets(query: ItemQuery): readonly Facet[];
  counts(): SidebarCounts;
  palette(text: string, limit: number): readonly PaletteHit[];
}

export interface Search extends Searcher {
  readonly documents: DocumentIndex;
  fileText(file: FileRef): FileTextStatus;
}

export interface SearchOptions {
  readonly expander?: Expander;
  readonly analyser?: Analyser;
  /** Shared with the item index of the same database. */
  readonly fresh?: FreshTexts;
}

interface Found {
  readonly page: readonly ListedRow[];
  readonly total: number;
  readonly exact: boolean;
}

class IndexSearcher implements Searcher {
  private readonly columns: RowColumns;
  private readonly labels: Palette;
  private readonly names = typeNames();
  private live: { stamp: string; counts: LiveCounts } | null = null;

  constructor(
    private readonly database: Database,
    private readonly analyser: Analyser,
    private readonly expander: Expander,
  ) {
    this.columns = createRowColumns(database);
    this.labels = createPalette(database);
  }

  query(query: ItemQuery, mode: SearchMode): ItemPage {
    return guarded(() => {
      const { plan, context } = this.plan(query);
      const pass = passing(select(query, plan.conditions, context));
      const found =
        plan.match === null || query.sort !== 'relevance'
          ? this.list(query, plan, pass)
          : this.rank(query, plan.match, pass, mode);
      return {
        total: found.total,
        totalIsExact: found.exact,
        rows: itemRows(this.database, found.page, plan.text, this.analyser),
        summary: {
          searchable: searchableSummary(this.database, this.liveCounts()),
          expansions: [...context.expansions].map(([from, to]) => ({ from, to })),
        },
      };
    });
  }

  facets(query: ItemQuery): readonly Facet[] {
    return guarded(() => {
      const { plan, context } = this.plan(query);
      const selection = select(query, plan.conditions, context);
      const hits = plan.match === null ? null : matchingRows(this.database, plan.match, this.columns.size);
      return countFacets(this.database, this.columns, query, selection, hits);
    });
  }

  counts(): SidebarCounts {
    return guarded(() => {
      this.columns.refresh();
      return sidebarCounts(this.database, this.liveCounts());
    });
  }

  palette(text: string, limit: number): readonly PaletteHit[] {
    return guarded(() => {
      this.columns.refresh();
      return this.labels.find(text, limit, this.columns.stamp);
    });
  }

  private plan(query: ItemQuery): { plan: QueryPlan; context: ConditionContext } {
    this.columns.refresh();
    const context: ConditionContext = {
      database: this.database,
      columns: this.columns,
      analyser: this.analyser,
      expander: this.expander,
      withoutExpansions: new Set(query.withoutExpansions),
      expansions: new Map(),
    };
    return { plan: planQuery(query, this.names, context), context };
  }

  private list(query: ItemQuery, plan: QueryPlan, pass: RowSet): Found {
    const rows =
      plan.match === null ? pass : intersect(pass, matchingRows(this.database, plan.match, this.columns.size));
    return {
      page: listRows(query, this.columns, rows).map((row) => ({ row, score: null })),
      total: countRows(rows),
      exact: true,
    };
  }

  private rank(query: ItemQuery, match: Match, pass: RowSet, mode: SearchMode): Found {
    const end = query.offset + query.limit;
    const ranked =
      mode === 'full' ? rankFully(this.database, match, pass) : rankQuickly(this.database, match, pass, end);
    return { page: ranked.rows.slice(query.offset, end), total: ranked.rows.length, exact: ranked.complete };
  }

  private liveCounts(): LiveCounts {
    if (this.live?.stamp !== this.columns.stamp)
      this.live = { stamp: this.columns.stamp, counts: countLive(this.columns) };
    return this.live.counts;
  }
}

/** For reading only: what a worker on its own connection uses. The tables must be there. */
export function createSearcher(database: Database, options: SearchOptions = {}): Searcher {
  const expander = options.expander ?? noExpansion;
  return new IndexSearcher(database, options.analyser ?? createAnalyser(expander), expander);
}

/** Search over the library's database, with the texts of its files. */
export function openSearch(database: Database, options: SearchOptions = {}): Search {
  const analyser = options.analyser ?? createAnalyser(options.expander);
  const documents = openDocumentIndex(database, analyser, options.fresh);
  const searcher = createSearcher(database, { ...options, analyser });
  return {
    documents,
    fileText: (file) => documents.status(file.hash),
    query: (query, mode) => searcher.query(query, mode),
    facets: (query) => searcher.facets(query),
    counts: () => searcher.counts(),
    palette: (text, limit) => searcher.palette(text, limit),
  };
}
