import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import type { NewsLine } from '../../../shared/model/sync';
import { newsTexts } from '../../../shared/messages/ui/news';
import { useAsk, useCommand } from '../../bridge/queries';
import { useFieldLabel } from '../../components/field-label';
import { useFormat } from '../../components/format';
import { Inbox, InboxEmpty, InboxFoot, InboxGroup, InboxLine, InboxPending } from '../../components/inbox';
import { useLabels } from '../../components/labels';
import { useSpaceName, useSpaces } from '../../components/use-spaces';
import { useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { openItem, view } from '../../state/view';

const shownAtFirst = 50;

/** What others changed since the last visit, by space; the item itself opens beside it. */
export function NewsList(): React.JSX.Element {
  const t = useText(newsTexts);
  const spaceName = useSpaceName();
  const shares = useSpaces().data?.some(({ kind }) => kind !== 'private') === true;
  const lines = useAsk('news.list', undefined, { keepLast: true });
  const { data } = lines;
  const spaces = [...new Set(data?.map(({ space }) => space))];
  return (
    <Inbox title={t('title')} text={t('text')} action={data !== undefined && data.length > 0 && <SeenAll />}>
      {data === undefined && (
        <InboxPending query={lines} loading={t('title')} failed={t('failed')} retry={t('retry')} />
      )}
      {data?.length === 0 && <InboxEmpty title={t('emptyTitle')} text={t(shares ? 'emptyText' : 'noSpaces')} />}
      {spaces.map((space, index) => (
        <SpaceNews
          key={space}
          title={spaceName(space)}
          lines={data?.filter((line) => line.space === space) ?? []}
          first={index === 0}
        />
      ))}
    </Inbox>
  );
}

function SeenAll(): React.JSX.Element {
  const t = useText(newsTexts);
  const { failed } = useUndo();
  const markSeen = useCommand('news.markSeen');
  const all = useAsk('news.list', undefined);
  return (
    <Button
      size="compact-sm"
      variant="light"
      mt={8}
      leftSection={<IconChecks size={15} aria-hidden />}
      loading={markSeen.isPending}
      onClick={() => markSeen.mutate(undefined, { onError: failed, onSettled: () => void all.refetch() })}
    >
      {t('seenAll')}
    </Button>
  );
}

interface SpaceNewsProps {
  readonly title: string;
  readonly lines: readonly NewsLine[];
  readonly first: boolean;
}

function SpaceNews({ title, lines, first }: SpaceNewsProps): React.JSX.Element {
  const t = useText(newsTexts);
  const format = useFormat();
  const [shown, setShown] = useState(shownAtFirst);
  return (
    <InboxGroup title={`${title} (${format.number(lines.length)})`}>
      <ul>
        {lines.slice(0, shown).map((line, index) => (
          <Line key={line.item} line={line} first={first && index === 0} />
        ))}
      </ul>
      {lines.length > shown && (
        <InboxFoot>
          <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown * 4)}>
            {t('more', { n: format.number(lines.length - shown) })}
          </Button>
        </InboxFoot>
      )}
    </InboxGroup>
  );
}

function Line({ line, first }: { line: NewsLine; first: boolean }): React.JSX.Element {
  const t = useText(newsTexts);
  const labels = useLabels();
  const format = useFormat();
  const fieldLabel = useFieldLabel();
  const current = view.use(({ active, spacePage }) => active === line.item && spacePage === null);
  const fields = line.kind === 'changed' ? line.fields.map(fieldLabel).join(', ') : '';
  return (
    <InboxLine
      type={line.type}
      title={line.title === '' ? t('untitled') : line.title}
      meta={
        <>
          {t(line.kind)}
          {fields !== '' && `: ${fields}`}
          <br />
          {[
            labels.type(line.type),
            t('by', { names: line.by.length === 0 ? t('byUnknown') : line.by.join(', ') }),
            format.moment(line.at),
          ].join(' · ')}
        </>
      }
      current={current}
      first={first}
      onOpen={() => openItem(line.item, { tab: line.kind === 'changed' ? 'history' : 'overview' })}
    />
  );
}
