/** The part of citation-js that is used; it has no types of its own. */
declare module '@citation-js/core' {
  /** A citeproc engine, set up for some records, a style and a language. */
  export interface CslEngine {
    /** For each citation its id, its note and its text. */
    rebuildProcessorState(
      citations: readonly {
        readonly citationID: string;
        readonly citationItems: readonly { readonly id: string; readonly locator?: string; readonly label?: string }[];
        readonly properties: { readonly noteIndex: 0 };
      }[],
      format: 'text' | 'html',
      uncited: readonly string[],
    ): readonly (readonly [string, number, string])[];
    updateItems(ids: readonly string[]): unknown;
    makeBibliography(): readonly [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
  }
  export const plugins: {
    readonly input: {
      /** Parses one source into CSL items; throws on what its grammar refuses. */
      chain(source: string, options: { forceType: string; generateGraph: false }): unknown[];
    };
    readonly output: {
      format(name: string, records: readonly object[], options?: object): unknown;
    };
    readonly config: {
      get(plugin: '@csl'): {
        engine(records: readonly object[], style: string, locale: string, format: 'text' | 'html'): CslEngine;
      };
    };
  };
}
declare module '@citation-js/plugin-ris';
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
