/** What items can be written as for other programs. */
export const itemExportFormats = ['csv', 'xlsx', 'json', 'ris', 'bibtex', 'csl-json', 'markdown', 'skos'] as const;
export type ItemExportFormat = (typeof itemExportFormats)[number];

export const exportExtensions: Readonly<Record<ItemExportFormat, string>> = {
  csv: 'csv',
  xlsx: 'xlsx',
  json: 'json',
  ris: 'ris',
  bibtex: 'bib',
  'csl-json': 'csl.json',
  markdown: '',
  skos: 'jsonld',
};

/** What a website of spaces would show, before it is made. */
export interface SitePreview {
  readonly records: number;
  readonly byType: readonly { readonly type: string; readonly count: number }[];
  /** Of the same spaces, and why not. */
  readonly leftOut: {
    readonly drafts: number;
    readonly persons: number;
    readonly files: number;
  };
}
