import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { curatingTexts, curationReasonLabels } from '../../../shared/messages/ui/curating';
import type { CurationEntry, CurationPage, CurationReason, QualityNote } from '../../../shared/model/insight';
import { useAsk, useCommand } from '../../bridge/queries';
import { useFieldLabel } from '../../components/field-label';
import { useFormat } from '../../components/format';
import { Inbox, InboxEmpty, InboxFoot, InboxGroup, InboxLine, InboxPending } from '../../components/inbox';
import { useLabels } from '../../components/labels';
import { useLanguage, useText } from '../../components/use-text';
import { useUndo } from '../../components/use-undo';
import { openItem, view } from '../../state/view';
import classes from './curating.module.css';

const shownAtFirst = 60;
const reasons = Object.keys(curationReasonLabels) as CurationReason[];

/** Records that want a coordinator's eye, most urgent first; the record opens beside the list. */
export function CuratingQueue(): React.JSX.Element {
  const t = useText(curatingTexts);
  const language = useLanguage();
  const [reason, setReason] = useState<CurationReason | null>(null);
  const [limit, setLimit] = useState(shownAtFirst);
  const queue = useAsk('curating.queue', { reason, offset: 0, limit }, { keepLast: true });
  const { data } = queue;
  return (
    <Inbox
      title={t('curating')}
      text={t('curatingText')}
      action={
        data !== undefined && (
          <NativeSelect
            mt={8}
            size="xs"
            label={t('queueFilter')}
            value={reason ?? ''}
            onChange={(event) => setReason((event.currentTarget.value || null) as CurationReason | null)}
          >
            <option value="">{t('everything')}</option>
            {reasons.map((each) => (
              <option key={each} value={each}>
                {`${curationReasonLabels[each][language]} (${data.counts[each]})`}
              </option>
            ))}
          </NativeSelect>
        )
      }
    >
      {data === undefined && (
        <InboxPending query={queue} loading={t('curating')} failed={t('failed')} retry={t('retry')} />
      )}
      {data?.total === 0 && <InboxEmpty title={t('nothingToDoTitle')} text={t('nothingToDoText')} />}
      <ul>
        {data?.entries.map((entry, index) => (
          <Entry key={entry.item} entry={entry} first={index === 0} />
        ))}
      </ul>
      {data !== undefined && data.total > data.entries.length && (
        <InboxFoot>
          <Button size="compact-sm" variant="subtle" onClick={() => setLimit(Math.min(limit * 4, 1_000))}>
            {t('more')}
          </Button>
        </InboxFoot>
      )}
      {data !== undefined && <Contradictions page={data} />}
    </Inbox>
  );
}

function Entry({ entry, first }: { readonly entry: CurationEntry; readonly first: boolean }): React.JSX.Element {
  const t = useText(curatingTexts);
  const language = useLanguage();
  const labels = useLabels();
  const format = useFormat();
  const fieldLabel = useFieldLabel();
  const current = view.use(({ active, spacePage }) => active === entry.item && spacePage === null);
  const details = [
    ...(entry.missing.length === 0 ? [] : [t('missing', { fields: entry.missing.map(fieldLabel).join(', ') })]),
    ...(entry.confirmedAt === null || !entry.reasons.includes('stale')
      ? []
      : [t('confirmedAt', { date: entry.confirmedAt.slice(0, 10) })]),
  ];
  const { done, failed } = useUndo();
  const change = useCommand('items.change');
  const title = entry.title === '' ? t('untitled') : entry.title;
  const canConfirm =
    entry.confirmedAt !== null && entry.reasons.some((reason) => reason === 'stale' || reason === 'new');
  const confirm = (): void =>
    change.mutate(
      { id: entry.item, change: { set: { lastConfirmed: new Date().toISOString().slice(0, 10) } }, label: 'change' },
      { onSuccess: () => done(t('confirmed', { title })), onError: failed },
    );
  return (
    <InboxLine
      type={entry.type}
      title={title}
      {...(canConfirm
        ? {
            action: (
              <Button size="compact-sm" variant="default" aria-label={t('confirmOf', { title })} onClick={confirm}>
                {t('confirm')}
              </Button>
            ),
          }
        : {})}
      meta={
        <>
          {entry.reasons.map((reason) => curationReasonLabels[reason][language]).join(' · ')}
          <br />
          {[labels.type(entry.type), `${format.number(Math.round(entry.completeness * 100))}%`, ...details].join(' · ')}
        </>
      }
      current={current}
      first={first}
      onOpen={() => openItem(entry.item, { tab: 'overview' })}
    />
  );
}

/** What the sources contradict, and what nobody has said the end of. */
function Contradictions({ page: { notes, openFates } }: { readonly page: CurationPage }): React.JSX.Element {
  const t = useText(curatingTexts);
  const noteText = useNoteText();
  const told = notes.filter(({ kind }) => kind !== 'note');
  return (
    <>
      {told.length > 0 && (
        <InboxGroup title={t('notes')}>
          <ul>
            {told.map((note) => (
              <li key={`${note.kind} ${idOf(note)}`} className={classes['note']}>
                <Button size="compact-sm" variant="subtle" onClick={() => openItem(idOf(note))}>
                  {noteText(note)}
                </Button>
              </li>
            ))}
          </ul>
        </InboxGroup>
      )}
      {openFates.length > 0 && (
        <InboxGroup title={t('openFates')}>
          <ul>
            {openFates.map((node) => (
              <InboxLine
                key={node.id}
                type={node.type}
                title={node.title}
                meta={node.regions.join(' · ')}
                current={false}
                first={false}
                onOpen={() => openItem(node.id)}
              />
            ))}
          </ul>
        </InboxGroup>
      )}
    </>
  );
}

function idOf(note: QualityNote): Parameters<typeof openItem>[0] {
  return (note.kind === 'twoFigures' ? note.items[0] : note.item) as Parameters<typeof openItem>[0];
}

function useNoteText(): (note: QualityNote) => string {
  const t = useText(curatingTexts);
  const format = useFormat();
  return (note) => {
    switch (note.kind) {
      case 'note':
        return note.text;
      case 'partsMissing':
        return t('partsMissing', { announced: String(note.announced), found: String(note.found) });
      case 'twoFigures':
        return t('twoFigures', {
          indicator: note.indicator,
          year: note.schoolYear,
          values: note.values.map(({ value, unit }) => `${format.number(value)}${unit}`).join(' / '),
        });
      case 'noSource':
        return t('noSource');
      case 'wrongOrder':
        return t('wrongOrder');
    }
  };
}
