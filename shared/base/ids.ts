declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** An item's id: 26 characters of `[0-9a-z]`, made once by the device that makes the item. */
export type ItemId = Branded<'ItemId'>;
/** SHA-256, 64 hex characters, of a revision's header without `id` and `sig`. */
export type RevisionId = Branded<'RevisionId'>;
/** SHA-256, 64 hex characters, of a file's bytes. */
export type BlobHash = Branded<'BlobHash'>;
export type DeviceId = Branded<'DeviceId'>;
export type SpaceId = Branded<'SpaceId'>;
