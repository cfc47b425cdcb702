import { Button } from '@mantine/core';
import type { ConflictLine } from '../../../shared/model/sync';
import { conflictListTexts } from '../../../shared/messages/ui/conflicts';
import { useAsk } from '../../bridge/queries';
import { useFieldLabel } from '../../components/field-label';
import { useFormat } from '../../components/format';
import { Inbox, InboxEmpty, InboxFoot, InboxLine, InboxPending } from '../../components/inbox';
import { useLabels } from '../../components/labels';
import { useSpaceName } from '../../components/use-spaces';
import { useText } from '../../components/use-text';
import { openVersions } from '../../state/conflicts';
import { showScope, view } from '../../state/view';

/** More lines than this at once help nobody: the others follow as the first are resolved. */
const maxShown = 300;

/** The inbox of items with two versions; the choice itself is made beside it, in the item. */
export function ConflictList(): React.JSX.Element {
  const t = useText(conflictListTexts);
  const format = useFormat();
  const lines = useAsk('conflicts.list', { space: null }, { keepLast: true });
  const { data } = lines;
  return (
    <Inbox title={t('title')} text={t('text')}>
      {data === undefined && (
        <InboxPending query={lines} loading={t('title')} failed={t('failed')} retry={t('retry')} />
      )}
      {data?.length === 0 && (
        <InboxEmpty title={t('emptyTitle')} text={t('emptyText')}>
          <Button size="compact-md" variant="light" onClick={() => showScope({ kind: 'all' })}>
            {t('showAll')}
          </Button>
        </InboxEmpty>
      )}
      {data !== undefined && data.length > 0 && (
        <>
          <ul>
            {data.slice(0, maxShown).map((line, index) => (
              <Line key={line.item} line={line} first={index === 0} />
            ))}
          </ul>
          <InboxFoot>
            {data.length > maxShown ? t('more', { n: format.number(data.length - maxShown) }) : t('keys')}
          </InboxFoot>
        </>
      )}
    </Inbox>
  );
}

function Line({ line, first }: { line: ConflictLine; first: boolean }): React.JSX.Element {
  const t = useText(conflictListTexts);
  const labels = useLabels();
  const fieldLabel = useFieldLabel();
  const spaceName = useSpaceName();
  const current = view.use(({ active, spacePage }) => active === line.item && spacePage === null);
  return (
    <InboxLine
      type={line.type}
      title={line.title === '' ? t('untitled') : line.title}
      meta={[labels.type(line.type), spaceName(line.space), line.fields.map(fieldLabel).join(', ')]
        .filter((part) => part !== '')
        .join(' · ')}
      current={current}
      first={first}
      onOpen={() => openVersions(line.item)}
    />
  );
}
