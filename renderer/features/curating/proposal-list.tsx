import { Button } from '@mantine/core';
import { useState } from 'react';
import { curatingTexts } from '../../../shared/messages/ui/curating';
import type { OverlapLine, Verdict } from '../../../shared/model/insight';
import { useAsk, useCommand } from '../../bridge/queries';
import { Inbox, InboxEmpty, InboxFoot, InboxPending } from '../../components/inbox';
import { ReasonChips } from '../../components/reason-chips';
import { useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { VerdictButtons, verdictOfKey } from '../../components/verdict-buttons';
import { focusNext, PairLine } from './pair-line';

const shownAtFirst = 50;

/** Pairs that touch and that nobody has judged, for the coordinators. */
export function ProposalList(): React.JSX.Element {
  const t = useText(curatingTexts);
  const [limit, setLimit] = useState(shownAtFirst);
  const proposals = useAsk('overlaps.proposals', { limit }, { keepLast: true });
  const { data } = proposals;
  return (
    <Inbox title={t('overlaps')} text={t('overlapsText')}>
      {data === undefined && (
        <InboxPending query={proposals} loading={t('overlaps')} failed={t('failed')} retry={t('retry')} />
      )}
      {data?.length === 0 && <InboxEmpty title={t('noOverlapsTitle')} text={t('noOverlapsText')} />}
      <ul>
        {data?.map((line, index) => (
          <Proposal key={`${line.a} ${line.b}`} line={line} isFirst={index === 0} />
        ))}
      </ul>
      {data !== undefined && data.length >= limit && (
        <InboxFoot>
          <Button size="compact-sm" variant="subtle" onClick={() => setLimit(limit * 4)}>
            {t('more')}
          </Button>
        </InboxFoot>
      )}
    </Inbox>
  );
}

function Proposal({ line, isFirst }: { readonly line: OverlapLine; readonly isFirst: boolean }): React.JSX.Element {
  const { failed } = useUndo();
  const judge = useCommand('overlaps.judge');
  const { a, b, first, second } = line;
  const decide = (verdict: Verdict, event: React.KeyboardEvent | null): void => {
    focusNext(event);
    judge.mutate({ a, b, aspect: 'overlap', verdict }, { onError: failed });
  };
  return (
    <PairLine
      first={first}
      second={second}
      isFirst={isFirst}
      onKey={(event) => {
        const verdict = verdictOfKey(event);
        if (verdict !== null) decide(verdict, event);
      }}
    >
      <ReasonChips reasons={line.reasons} />
      <VerdictButtons
        pair={`${first.title} / ${second.title}`}
        chosen={null}
        onJudge={(verdict) => decide(verdict, null)}
      />
    </PairLine>
  );
}
