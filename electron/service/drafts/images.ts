import { AppError } from '../../../shared/base/errors';
import type { BlobHash, ItemId } from '../../../shared/base/ids';
import type { DraftImage } from '../../../shared/model/draft';
import type { ItemState } from '../../../shared/revision/item-state';
import type { Library } from '../../library/library-types';
import { existing, fileOf } from '../handlers/items';

const maxImageBytes = 20_000_000;

/** Told by the first bytes, whatever the name says; only what a browser shows without running anything. */
const kinds: readonly { readonly mediaType: string; readonly starts: (bytes: Buffer) => boolean }[] = [
  { mediaType: 'image/png', starts: (bytes) => bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n' },
  { mediaType: 'image/jpeg', starts: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff },
  { mediaType: 'image/gif', starts: (bytes) => /^GIF8[79]a/.test(bytes.subarray(0, 6).toString('latin1')) },
  {
    mediaType: 'image/webp',
    starts: (bytes) => /^RIFF[^]{4}WEBP/.test(bytes.subarray(0, 12).toString('latin1')),
  },
];

/**
 * Keeps a picture as an item of its own that is part of the draft, so that it is shared and erased as every file is. The same picture twice is one.
 * Error: `image-unsupported`.
 */
export async function addImage(
  library: Library,
  { id, name, bytes }: { readonly id: ItemId; readonly name: string; readonly bytes: Uint8Array },
): Promise<DraftImage> {
  const draft = existing(library, id);
  const kind = kinds.find(({ starts }) => starts(Buffer.from(bytes)));
  if (kind === undefined || bytes.length > maxImageBytes) throw new AppError('image-unsupported');
  const { hash, sizeBytes } = await library.putBlob({ bytes });
  const known = imageOf(library, id, hash);
  if (known !== null) return { hash, item: known.id };
  const title = name.trim() === '' ? 'afbeelding' : name.trim();
  const item = await library.createItem({
    type: 'attachment',
    space: draft.space,
    set: { title, file: { hash, name: title, mediaType: kind.mediaType, sizeBytes } },
    add: { relations: [{ kind: 'partOf', target: id }] },
  });
  return { hash, item: item.id };
}

/** The picture with this content that is part of a draft; null when it has none such. */
export function imageOf(library: Library, id: ItemId, hash: BlobHash): ItemState | null {
  return imagesOf(library, id).find((state) => fileOf(state)?.hash === hash) ?? null;
}

export function imagesOf(library: Library, id: ItemId): readonly ItemState[] {
  return library
    .relationsTo(id)
    .filter(({ relation }) => relation.kind === 'partOf')
    .flatMap(({ from }) => library.get(from) ?? [])
    .filter((state) => state.fields['type'] === 'attachment');
}
