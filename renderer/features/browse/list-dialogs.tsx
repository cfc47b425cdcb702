import type { ItemId } from '../../../shared/base/ids';
import { nameTexts } from '../../../shared/messages/ui/browse';
import { useText } from '../../components/use-text';
import { openItem, view } from '../../state/view';
import type { ListQuery } from './list-query';
import { NameDialog } from './name-dialog';
import { QuickLook } from './quick-look';
import { TagsDialog } from './tags-dialog';
import { useItemActions } from './use-item-actions';
import type { Listing } from './use-listing';
import { WhyDialog } from './why-dialog';

/** What the list asks of the person, or shows on top of itself. */
export type ListDialog =
  { readonly kind: 'tags' | 'collection'; readonly ids: readonly ItemId[] } | { readonly kind: 'look' | 'why' };

interface Props {
  readonly dialog: ListDialog;
  readonly listing: Listing;
  readonly query: ListQuery;
  readonly tags: readonly string[];
  readonly onClose: () => void;
}

export function ListDialogs({ dialog, listing, query, tags, onClose }: Props): React.JSX.Element | null {
  const t = useText(nameTexts);
  const { newCollection } = useItemActions();
  const cursor = view.use((state) => state.cursor);
  if (dialog.kind === 'tags') return <TagsDialog ids={dialog.ids} known={tags} onClose={onClose} />;
  if (dialog.kind === 'collection')
    return (
      <NameDialog
        title={t('newCollection')}
        onName={(name) => void newCollection(name, dialog.ids)}
        onClose={onClose}
      />
    );
  if (cursor === null) return null;
  if (dialog.kind === 'why') return <WhyDialog id={cursor} query={query} onClose={onClose} />;
  const step = (by: number): void => {
    const row = listing.rowAt(listing.indexOf(cursor) + by);
    if (row !== undefined) view.set({ cursor: row.id, selected: [row.id] });
  };
  return (
    <QuickLook
      id={cursor}
      onClose={onClose}
      onStep={step}
      onOpen={() => {
        openItem(cursor, { keep: true });
        onClose();
      }}
    />
  );
}
