import { loadOnDemand } from '../components/load-later';
import { ItemList } from '../features/browse/item-list';
import { Sidebar } from '../features/browse/sidebar';
import { DropZone } from '../features/import/drop-zone';
import { ItemPane } from '../features/item/item-pane';
import { view, type Scope } from '../state/view';
import { StoppedChange } from './stopped-change';
import { Dialogs } from './dialogs';
import { Header } from './header';
import { useShortcuts } from './shortcuts';
import { StatusBar } from './status-bar';
import { useAttention } from './use-attention';
import { useRecent } from './use-recent';
import classes from './workspace.module.css';

// Not needed for the first screen, so not part of what must load before it.
const ConflictList = loadOnDemand(
  async () => (await import('../features/conflicts/conflict-list')).ConflictList,
  EmptyList,
);
const CuratingQueue = loadOnDemand(
  async () => (await import('../features/curating/curating-queue')).CuratingQueue,
  EmptyList,
);
const DuplicateList = loadOnDemand(
  async () => (await import('../features/curating/duplicate-list')).DuplicateList,
  EmptyList,
);
const ProposalList = loadOnDemand(
  async () => (await import('../features/curating/proposal-list')).ProposalList,
  EmptyList,
);
const LibraryCheck = loadOnDemand(
  async () => (await import('../features/guard/library-check')).LibraryCheck,
  EmptyList,
);
const NewsList = loadOnDemand(async () => (await import('../features/news/news-list')).NewsList, EmptyList);
const MapList = loadOnDemand(async () => (await import('../features/map/map-list')).MapList, EmptyList);
const MapPage = loadOnDemand(async () => (await import('../features/map/map-page')).MapPage);
const PlanList = loadOnDemand(async () => (await import('../features/plans/plan-list')).PlanList, EmptyList);
const PlanPage = loadOnDemand(async () => (await import('../features/plans/plan-page')).PlanPage);
const AccessPage = loadOnDemand(async () => (await import('../features/access/access-page')).AccessPage);
const SpacePage = loadOnDemand(async () => (await import('../features/spaces/space-page')).SpacePage);

/** The three panes of a mail program: where, what, and the thing itself. */
export function Workspace(): React.JSX.Element {
  useShortcuts();
  useRecent();
  useAttention();
  return (
    <DropZone>
      <div className={classes['frame']}>
        <Header />
        <Sidebar />
        <MiddlePane />
        <RightPane />
        <StatusBar />
      </div>
      <Dialogs />
      <StoppedChange />
    </DropZone>
  );
}

/** The open item, or the page of a space or of a part of the library. */
function RightPane(): React.JSX.Element {
  const space = view.use((state) => state.spacePage);
  const scope = view.use((state) => (state.scopePage ? state.scope.kind : null));
  const Page = scope === null ? undefined : pages[scope];
  const page =
    space !== null ? (
      <SpacePage key={space} id={space} access={<AccessPage id={space} />} />
    ) : Page === undefined ? null : (
      <Page />
    );
  return <ItemPane instead={page} />;
}

function MiddlePane(): React.JSX.Element {
  const kind = view.use((state) => state.scope.kind);
  const List = inboxes[kind];
  if (List === undefined) return <ItemList />;
  return <List />;
}

/** Keeps the place of a list that is on its way. */
function EmptyList(): React.JSX.Element {
  return <section data-pane="list" />;
}

/** The parts of the library that are no list of items. */
const inboxes: Readonly<Partial<Record<Scope['kind'], React.ComponentType>>> = {
  conflicts: ConflictList,
  news: NewsList,
  overlaps: ProposalList,
  duplicates: DuplicateList,
  curating: CuratingQueue,
  guard: LibraryCheck,
  map: MapList,
  plans: PlanList,
};

/** What stands beside such a part, as long as no item is looked at. */
const pages: Readonly<Partial<Record<Scope['kind'], React.ComponentType>>> = { map: MapPage, plans: PlanPage };
