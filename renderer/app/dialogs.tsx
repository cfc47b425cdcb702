import { useEffect, useState } from 'react';
import { loadLater, loadOnDemand } from '../components/load-later';
import { useReturnFocus } from '../components/use-return-focus';
import { focusPane } from '../state/search';
import { openDialog, view, type Dialog } from '../state/view';

// Typed into at once: it must be there when it is asked for.
const Palette = loadLater(async () => (await import('../features/palette/palette')).Palette);

type Kind = Exclude<Dialog['kind'], 'palette'>;

// Not needed for the first screen, so not part of what must load before it. Each shows itself when `view.dialog` names it.
const dialogs: Readonly<Record<Kind, React.ComponentType>> = {
  settings: loadOnDemand(async () => (await import('../features/settings/settings-dialog')).SettingsDialog),
  shortcuts: loadOnDemand(async () => (await import('../features/help/shortcuts-dialog')).ShortcutsDialog),
  help: loadOnDemand(async () => (await import('../features/help/help-dialog')).HelpDialog),
  'new-item': loadOnDemand(async () => (await import('../features/item/new-item-dialog')).NewItemDialog),
  'new-space': loadOnDemand(async () => (await import('../features/spaces/space-dialog')).NewSpaceDialog),
  'open-space': loadOnDemand(async () => (await import('../features/spaces/space-dialog')).OpenSpaceDialog),
  share: loadOnDemand(async () => (await import('../features/spaces/share-dialog')).ShareDialog),
  csv: loadOnDemand(async () => (await import('../features/import/csv-dialog')).CsvDialog),
  publish: loadOnDemand(async () => (await import('../features/publish/publish-dialog')).PublishDialog),
  export: loadOnDemand(async () => (await import('../features/export/export-dialog')).ExportDialog),
  package: loadOnDemand(async () => (await import('../features/packages/package-dialog')).PackageDialog),
  'bulk-edit': loadOnDemand(async () => (await import('../features/bulk-edit/bulk-edit-dialog')).BulkEditDialog),
  'import-report': loadOnDemand(
    async () => (await import('../features/import/import-report-dialog')).ImportReportDialog,
  ),
};

/** The dialog that is open, if any. What was opened once stays, closed, so that it can end its closing. */
export function Dialogs(): React.JSX.Element {
  const kind = view.use((state) => state.dialog?.kind ?? null);
  const [seen, setSeen] = useState<readonly Kind[]>([]);
  useEffect(() => {
    if (kind !== null && kind !== 'palette') setSeen((old) => (old.includes(kind) ? old : [...old, kind]));
  }, [kind]);
  return (
    <>
      {kind !== null && <ReturnFocus key={kind} />}
      {kind === 'palette' && <Palette onClose={() => openDialog(null)} />}
      {seen.map((each) => {
        const Shown = dialogs[each];
        return <Shown key={each} />;
      })}
    </>
  );
}

/** Is there as long as a dialog is open. */
function ReturnFocus(): null {
  useReturnFocus(() => focusPane('list'));
  return null;
}
