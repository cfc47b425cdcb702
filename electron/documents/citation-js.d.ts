/** The part of citation-js that is used; it has no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Parses one source into CSL items; throws on what its grammar refuses. */
      chain(source: string, options: { forceType: string; generateGraph: false }): unknown[];
    };
  };
}
declare module '@citation-js/plugin-ris';
declare module '@citation-js/plugin-bibtex';
