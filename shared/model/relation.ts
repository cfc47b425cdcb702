/** Kinds of relation, each kept on one item and shown on both; `symmetric` reads the same from either side; `own` is kept by the app, not made in a form. */
export const relationKinds = {
  partOf: {},
  inCollection: {},
  about: {},
  carriedOutBy: {},
  uses: {},
  follows: {},
  supports: {},
  recommends: {},
  basedOn: {},
  newVersionOf: {},
  replaces: {},
  worksAt: {},
  documentOf: {},
  contactOf: {},
  aimsAt: {},
  addresses: {},
  fundedBy: {},
  decidesOn: {},
  memberOf: {},
  discussedIn: {},
  knowsAbout: {},
  derivedFrom: {},
  nextTo: { symmetric: true },
  mergedFrom: {},
  related: { symmetric: true },
  annotates: { own: true },
  repliesTo: { own: true },
} as const satisfies Record<string, { symmetric?: boolean; own?: boolean }>;

export type RelationKind = keyof typeof relationKinds;

/** What a form offers. */
export const madeByPeople = (Object.keys(relationKinds) as RelationKind[]).filter(
  (kind) => !('own' in relationKinds[kind]),
);
