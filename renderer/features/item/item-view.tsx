import { Loader, Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { itemTexts } from '../../../shared/messages/ui/item';
import type { ItemDetail } from '../../../shared/model/views';
import { useText } from '../../components/use-text';
import { editing } from '../../state/editing';
import { showTab, type ItemTab, type OpenItem } from '../../state/view';
import { EditForm } from './edit/edit-form';
import { History } from './history/history';
import { ItemHeader } from './item-header';
import classes from './item-view.module.css';
import { Notices } from './notices';
import { Overview } from './overview/overview';

// The reader brings pdf.js: only who reads a file waits for it.
const DocumentViewer = lazy(async () => ({ default: (await import('../../viewers/document-viewer')).DocumentViewer }));

/** One item: its head, and the tabs under it. */
export function ItemView({ open, item }: { readonly open: OpenItem; readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(itemTexts);
  const isEditing = editing.use((state) => state.item === open.id) && !item.state.deleted;
  const hasDocument = item.file !== null || typeof item.state.fields['body'] === 'string';
  const tab = open.tab === 'document' && !hasDocument ? 'overview' : open.tab;
  return (
    <article className={classes['item']} data-item={open.id}>
      <ItemHeader item={item} kept={open.kept} isEditing={isEditing} />
      <Notices item={item} />
      <Tabs
        value={tab}
        onChange={(next) => showTab(open.id, next as ItemTab)}
        keepMounted={false}
        classNames={{ root: classes['tabs'] ?? '', list: classes['list'] ?? '', tab: classes['tab'] ?? '', panel: classes['panel'] ?? '' }}
      >
        <Tabs.List>
          <Tabs.Tab value="overview">{t('overview')}</Tabs.Tab>
          {hasDocument && <Tabs.Tab value="document">{t('document')}</Tabs.Tab>}
          <Tabs.Tab value="history">{t('history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview" tabIndex={-1}>
          {isEditing ? <EditForm item={item} /> : <Overview item={item} />}
        </Tabs.Panel>
        {hasDocument && (
          <Tabs.Panel value="document" className={classes['document'] ?? ''}>
            <Suspense fallback={<Loader className={classes['loader'] ?? ''} aria-label={t('loading')} />}>
              <DocumentViewer item={item} place={open.place} />
            </Suspense>
          </Tabs.Panel>
        )}
        <Tabs.Panel value="history">
          <History item={item} />
        </Tabs.Panel>
      </Tabs>
    </article>
  );
}
