import { Alert, Button, Loader, VisuallyHidden } from '@mantine/core';
import { useMemo, useState } from 'react';
import { resultTexts } from '../../../shared/messages/ui/browse';
import { loadLater } from '../../components/load-later';
import { useErrorText, useText } from '../../components/use-text';
import { focusPane } from '../../state/search';
import { view } from '../../state/view';
import { EmptyList } from './empty-list';
import { FacetBar } from './facet-bar';
import classes from './item-list.module.css';
import type { ListDialog } from './list-dialogs';
import { isNarrowed } from './list-query';
import { ResultLine } from './result-line';
import type { MenuPlace } from './row-menu';
import { Rows } from './rows';
import { useChosenActions } from './use-chosen-actions';
import { useFacets, useListQuery } from './use-list-query';
import { useListing, type Listing } from './use-listing';
import { useScopeName } from './use-scope-name';

const BulkBar = loadLater(async () => (await import('./bulk-bar')).BulkBar);
const RowMenu = loadLater(async () => (await import('./row-menu')).RowMenu);
const ListDialogs = loadLater(async () => (await import('./list-dialogs')).ListDialogs);

/** The middle pane: what is in the chosen part of the library, narrowed, sorted and searched. */
export function ItemList(): React.JSX.Element {
  const t = useText(resultTexts);
  const { query, without, setWithout } = useListQuery();
  const listing = useListing(query);
  const facets = useFacets(query, listing.settled);
  const scopeName = useScopeName();
  const selected = view.use((state) => state.selected);
  const narrowed = view.use(({ text, filters }) => isNarrowed(text, filters));
  const searching = query.text.trim() !== '';
  const [dialog, setDialog] = useState<ListDialog | null>(null);
  // Undefined until a menu has been asked for: it is not drawn before.
  const [menu, setMenu] = useState<MenuPlace | null>();
  const actions = useChosenActions(
    useMemo(
      () => ({
        quickLook: () => setDialog({ kind: 'look' }),
        tags: (ids) => setDialog({ kind: 'tags', ids }),
        newCollection: (ids) => setDialog({ kind: 'collection', ids }),
      }),
      [],
    ),
  );
  const commands = useMemo(
    () => ({
      bin: actions.bin,
      quickLook: actions.quickLook,
      why: () => {
        if (searching) setDialog({ kind: 'why' });
      },
      menu: (x: number, y: number) => setMenu({ x, y }),
    }),
    [actions, searching],
  );
  const { head } = listing;
  return (
    <section
      className={classes['pane']}
      data-pane="list"
      data-answers={listing.answered}
      aria-label={scopeName}
      tabIndex={-1}
    >
      <VisuallyHidden component="h2">{scopeName}</VisuallyHidden>
      <FacetBar facets={facets} />
      {head !== undefined && (
        <ResultLine head={head} narrowed={narrowed} searching={searching} without={without} onWithout={setWithout} />
      )}
      {selected.length > 1 && (
        <BulkBar
          actions={actions}
          count={selected.length}
          onClear={() => {
            view.set({ selected: [] });
            focusPane('list');
          }}
        />
      )}
      {listing.error !== null && <ListError listing={listing} />}
      {head === undefined && listing.error === null && (
        <div className={classes['empty']}>
          <Loader size="sm" aria-label={t('searching')} />
        </div>
      )}
      {head !== undefined &&
        (head.total === 0 ? (
          <EmptyList />
        ) : (
          <Rows query={query} listing={listing} scopeName={scopeName} commands={commands} />
        ))}
      {menu !== undefined && (
        <RowMenu place={menu} actions={actions} why={searching ? commands.why : null} onClose={() => setMenu(null)} />
      )}
      {dialog !== null && (
        <ListDialogs
          dialog={dialog}
          listing={listing}
          query={query}
          tags={facets.find(({ field }) => field === 'tags')?.values.map(({ value }) => value) ?? []}
          onClose={() => setDialog(null)}
        />
      )}
    </section>
  );
}

function ListError({ listing }: { listing: Listing }): React.JSX.Element {
  const t = useText(resultTexts);
  const errorText = useErrorText();
  return (
    <Alert color="red" m="sm" title={t('failed')}>
      {errorText(listing.error)}
      <Button size="compact-sm" variant="default" mt="xs" display="block" onClick={listing.retry}>
        {t('retry')}
      </Button>
    </Alert>
  );
}
