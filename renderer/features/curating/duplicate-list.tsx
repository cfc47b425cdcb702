import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { curatingTexts, duplicateKindLabels, duplicateReasonLabels } from '../../../shared/messages/ui/curating';
import type { DuplicateLine, Verdict } from '../../../shared/model/insight';
import { useAsk, useCommand } from '../../bridge/queries';
import { Inbox, InboxEmpty, InboxGroup, InboxPending } from '../../components/inbox';
import { useLanguage, useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import classes from './curating.module.css';
import { DuplicateRulesMenu } from './duplicate-rules';
import { MergeDialog } from './merge-dialog';
import { focusNext, PairLine } from './pair-line';

const kinds = ['exact', 'near', 'version'] as const;
const shown = 200;

/** What is in the library twice, surest first, and versions of one text. */
export function DuplicateList(): React.JSX.Element {
  const t = useText(curatingTexts);
  const language = useLanguage();
  const [merging, setMerging] = useState<DuplicateLine | null>(null);
  const duplicates = useAsk('duplicates.list', { limit: shown }, { keepLast: true });
  const { data } = duplicates;
  return (
    <Inbox title={t('duplicates')} text={t('duplicatesText')} action={<DuplicateRulesMenu />}>
      {data === undefined && (
        <InboxPending query={duplicates} loading={t('duplicates')} failed={t('failed')} retry={t('retry')} />
      )}
      {data?.length === 0 && <InboxEmpty title={t('noDuplicatesTitle')} text={t('noDuplicatesText')} />}
      {kinds
        .map((kind) => ({ kind, lines: data?.filter((line) => line.kind === kind) ?? [] }))
        .filter(({ lines }) => lines.length > 0)
        .map(({ kind, lines }, group) => (
          <InboxGroup key={kind} title={duplicateKindLabels[kind][language]}>
            <ul>
              {lines.map((line, index) => (
                <Pair
                  key={`${line.a} ${line.b}`}
                  line={line}
                  isFirst={group === 0 && index === 0}
                  onMerge={() => setMerging(line)}
                />
              ))}
            </ul>
          </InboxGroup>
        ))}
      {merging !== null && <MergeDialog pair={merging} onClose={() => setMerging(null)} />}
    </Inbox>
  );
}

interface PairProps {
  readonly line: DuplicateLine;
  readonly isFirst: boolean;
  readonly onMerge: () => void;
}

function Pair({ line, isFirst, onMerge }: PairProps): React.JSX.Element {
  const t = useText(curatingTexts);
  const language = useLanguage();
  const { failed } = useUndo();
  const judge = useCommand('overlaps.judge');
  const { a, b, first, second, reasons } = line;
  const decide = (verdict: Verdict): void => {
    focusNext(null);
    judge.mutate({ a, b, aspect: 'duplicate', verdict }, { onError: failed });
  };
  return (
    <PairLine first={first} second={second} isFirst={isFirst}>
      <span className={classes['meta']}>
        {reasons
          .map(({ kind, share }) =>
            share < 1
              ? `${duplicateReasonLabels[kind][language]} ${Math.round(share * 100)}%`
              : duplicateReasonLabels[kind][language],
          )
          .join(' · ')}
      </span>
      <Group gap={6} mt={6}>
        <Button size="compact-sm" variant="light" onClick={onMerge}>
          {t('merge')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => decide('version')}>
          {t('makeVersion')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => decide('no')}>
          {t('notDuplicate')}
        </Button>
      </Group>
    </PairLine>
  );
}
