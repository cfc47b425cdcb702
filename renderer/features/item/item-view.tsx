import { Tabs } from '@mantine/core';
import { itemTexts } from '../../../shared/messages/ui/item';
import { comparedTypes, lineageTypes } from '../../../shared/model/insight';
import type { ItemDetail } from '../../../shared/model/views';
import { loadOnDemand } from '../../components/load-later';
import { mayChange } from '../../components/use-rights';
import { useText } from '../../components/use-text';
import { editing } from '../../state/editing';
import { DocumentViewer } from '../../viewers/document-viewer';
import { showTab, type ItemTab, type OpenItem } from '../../state/view';
import { FileElsewhere } from './file-elsewhere';
import { titleOf, typeOf } from './item-title';
import { ItemHeader } from './item-header';
import classes from './item-view.module.css';
import { Notices } from './notices';
import { Overview } from './overview/overview';

// Reading comes first: the form and the history load when they are first asked for.
const EditForm = loadOnDemand(async () => (await import('./edit/edit-form')).EditForm);
const Overlaps = loadOnDemand(async () => (await import('../../components/overlaps/overlaps')).Overlaps);
const Timeline = loadOnDemand(async () => (await import('./timeline/timeline')).Timeline);
const DraftDesk = loadOnDemand(async () => (await import('./draft/draft-desk')).DraftDesk);
const Editions = loadOnDemand(async () => (await import('./editions/editions')).Editions);
const Versions = loadOnDemand(async () => (await import('./versions/versions')).Versions);
const History = loadOnDemand(async () => (await import('./history/history')).History);

/** One item: its head, and the tabs under it. */
export function ItemView({ open, item }: { readonly open: OpenItem; readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(itemTexts);
  const isEditing = editing.use((state) => state.item === open.id) && !item.state.deleted && mayChange(item.may);
  const isWritten = typeOf(item) === 'draft' && item.file === null;
  const hasDocument = item.file !== null || isWritten;
  const hasEditions = typeOf(item) === 'draft' || item.file !== null;
  const hasVersions = item.state.conflicts.length > 0 || open.tab === 'versions';
  const hasOverlaps = comparedTypes.includes(typeOf(item)) && !item.state.deleted;
  const hasTimeline = lineageTypes.includes(typeOf(item)) && !item.state.deleted;
  const isThere =
    (open.tab !== 'document' || hasDocument) &&
    (open.tab !== 'overlaps' || hasOverlaps) &&
    (open.tab !== 'timeline' || hasTimeline) &&
    (open.tab !== 'editions' || hasEditions);
  const tab = isThere ? open.tab : 'overview';
  return (
    <article className={classes['item']} data-item={open.id}>
      <ItemHeader item={item} kept={open.kept} isEditing={isEditing} />
      <Notices item={item} tab={tab} />
      <Tabs
        value={tab}
        onChange={(next) => showTab(open.id, next as ItemTab)}
        keepMounted={false}
        classNames={{
          root: classes['tabs'] ?? '',
          list: classes['list'] ?? '',
          tab: classes['tab'] ?? '',
          panel: classes['panel'] ?? '',
        }}
      >
        <Tabs.List>
          {hasVersions && (
            <Tabs.Tab value="versions">
              {t('versions')} <b className={classes['count']}>{item.state.conflicts.length || ''}</b>
            </Tabs.Tab>
          )}
          <Tabs.Tab value="overview">{t('overview')}</Tabs.Tab>
          {hasDocument && <Tabs.Tab value="document">{t('document')}</Tabs.Tab>}
          {hasEditions && <Tabs.Tab value="editions">{t('editions')}</Tabs.Tab>}
          {hasOverlaps && <Tabs.Tab value="overlaps">{t('overlaps')}</Tabs.Tab>}
          {hasTimeline && <Tabs.Tab value="timeline">{t('timeline')}</Tabs.Tab>}
          <Tabs.Tab value="history">{t('history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview" tabIndex={-1}>
          {isEditing ? <EditForm item={item} /> : <Overview item={item} />}
        </Tabs.Panel>
        {hasDocument && (
          <Tabs.Panel value="document" className={classes['document'] ?? ''} tabIndex={-1}>
            {isWritten ? (
              <DraftDesk key={open.id} item={item} title={titleOf(item) ?? t('untitled')} place={open.place} />
            ) : item.file === null ? null : item.fileHere ? (
              <DocumentViewer item={item} place={open.place} />
            ) : (
              <FileElsewhere item={item} file={item.file} />
            )}
          </Tabs.Panel>
        )}
        {hasVersions && (
          <Tabs.Panel value="versions" tabIndex={-1}>
            <Versions key={open.id} item={item} />
          </Tabs.Panel>
        )}
        {hasEditions && (
          <Tabs.Panel value="editions" tabIndex={-1}>
            <Editions key={open.id} item={item} />
          </Tabs.Panel>
        )}
        {hasOverlaps && (
          <Tabs.Panel value="overlaps" tabIndex={0}>
            <Overlaps id={open.id} />
          </Tabs.Panel>
        )}
        {hasTimeline && (
          <Tabs.Panel value="timeline" tabIndex={0}>
            <Timeline id={open.id} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="history" tabIndex={0}>
          <History item={item} />
        </Tabs.Panel>
      </Tabs>
    </article>
  );
}
