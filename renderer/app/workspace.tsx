import { ItemPane } from '../features/item/item-pane';
import { Dialogs } from './dialogs';
import { Header } from './header';
import { ItemList } from '../features/browse/item-list';
import { Sidebar } from '../features/browse/sidebar';
import { StatusBar } from './status-bar';
import { DropZone } from '../features/import/drop-zone';
import { useShortcuts } from './shortcuts';
import { useRecent } from './use-recent';
import classes from './workspace.module.css';

/** The three panes of a mail program: where, what, and the thing itself. */
export function Workspace(): React.JSX.Element {
  useShortcuts();
  useRecent();
  return (
    <DropZone>
      <div className={classes['frame']}>
        <Header />
        <Sidebar />
        <ItemList />
        <ItemPane />
        <StatusBar />
      </div>
      <Dialogs />
    </DropZone>
  );
}
