import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { itemTexts } from '../../../shared/messages/ui/item';
import type { ItemDetail } from '../../../shared/model/views';
import { useText } from '../../components/use-text';
import { editing } from '../../state/editing';
import { DocumentViewer } from '../../viewers/document-viewer';
import { UntrustedMarkdown } from '../../viewers/untrusted-markdown';
import { showTab, type ItemTab, type OpenItem } from '../../state/view';
import { ConflictBars } from './conflict-bar';
import { ItemHeader } from './item-header';
import classes from './item-view.module.css';
import { Notices } from './notices';
import { Overview } from './overview/overview';

// Reading comes first: the form and the history load when they are first asked for.
const EditForm = lazy(async () => ({ default: (await import('./edit/edit-form')).EditForm }));
const History = lazy(async () => ({ default: (await import('./history/history')).History }));

/** One item: its head, and the tabs under it. */
export function ItemView({ open, item }: { readonly open: OpenItem; readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(itemTexts);
  const isEditing = editing.use((state) => state.item === open.id) && !item.state.deleted;
  const body = item.state.fields['body'];
  const hasDocument = item.file !== null || typeof body === 'string';
  const tab = open.tab === 'document' && !hasDocument ? 'overview' : open.tab;
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
          <Tabs.Tab value="overview">{t('overview')}</Tabs.Tab>
          {hasDocument && <Tabs.Tab value="document">{t('document')}</Tabs.Tab>}
          <Tabs.Tab value="history">{t('history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview" tabIndex={-1}>
          <ConflictBars item={item} />
          {isEditing ? (
            <Suspense>
              <EditForm item={item} />
            </Suspense>
          ) : (
            <Overview item={item} />
          )}
        </Tabs.Panel>
        {hasDocument && (
          <Tabs.Panel
            value="document"
            className={item.file === null ? '' : (classes['document'] ?? '')}
            tabIndex={item.file === null ? 0 : -1}
          >
            {item.file === null ? (
              <WrittenBody text={String(body)} />
            ) : (
              <DocumentViewer item={item} place={open.place} />
            )}
          </Tabs.Panel>
        )}
        <Tabs.Panel value="history" tabIndex={0}>
          <Suspense>
            <History item={item} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </article>
  );
}

/** A text that was written here and has no file. */
function WrittenBody({ text }: { readonly text: string }): React.JSX.Element {
  return (
    <div className={classes['desk']}>
      <div className={classes['page']}>
        <UntrustedMarkdown text={text} firstLevel={2} />
      </div>
    </div>
  );
}
