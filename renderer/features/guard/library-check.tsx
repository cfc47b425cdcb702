import { Button, Progress, UnstyledButton } from '@mantine/core';
import { useCallback, useState } from 'react';
import { AppError } from '../../../shared/base/errors';
import type { Events } from '../../../shared/contract';
import { guardTexts } from '../../../shared/messages/ui/guard';
import type { GuardedDocument, GuardHit } from '../../../shared/model/guard';
import { useCommand, useEvent } from '../../bridge/queries';
import { HitText } from '../../components/guard/hit-text';
import { useFormat } from '../../components/format';
import { Inbox, InboxGroup } from '../../components/inbox';
import { useSpaces } from '../../components/use-spaces';
import { useErrorText, useText } from '../../components/use-text';
import { libraryCheck } from '../../state/guard';
import { openItem } from '../../state/view';
import classes from './library-check.module.css';
import { Overrides } from './overrides';

const job = 'guard:library';

/** Looks through the whole library for data of persons: what was found, document by document, each a step to its place. */
export function LibraryCheck(): React.JSX.Element {
  const t = useText(guardTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const report = libraryCheck.use((state) => state.report);
  const check = useCommand('guard.check');
  const cancel = useCommand('jobs.cancel');
  const run = (): void =>
    check.mutate({ job, scope: { kind: 'library' } }, { onSuccess: (found) => libraryCheck.set({ report: found }) });
  const isCancelled = check.error instanceof AppError && check.error.code === 'cancelled';
  return (
    <Inbox
      title={t('checkTitle')}
      text={t('checkText')}
      action={
        <div className={classes['action']}>
          {check.isPending ? (
            <Going onStop={() => cancel.mutate({ job })} />
          ) : (
            <Button size="xs" data-pane-focus onClick={run}>
              {t(report === null ? 'check' : 'checkAgain')}
            </Button>
          )}
        </div>
      }
    >
      {check.error !== null && !isCancelled && (
        <p role="alert" className={classes['said']}>
          {errorText(check.error)}
        </p>
      )}
      {report !== null && !check.isPending && (
        <>
          <p role="status" className={classes['said']}>
            {report.stops === 0
              ? t('nothingFound', { n: format.number(report.checked) })
              : t('found', {
                  n: format.number(report.stops),
                  documents: format.number(report.documents.filter(({ stops }) => stops > 0).length),
                  checked: format.number(report.checked),
                })}
          </p>
          {report.documents.map((document) => (
            <Document key={document.item} document={document} />
          ))}
        </>
      )}
      <Overrides />
    </Inbox>
  );
}

function Going({ onStop }: { readonly onStop: () => void }): React.JSX.Element {
  const t = useText(guardTexts);
  const format = useFormat();
  const [now, setNow] = useState({ done: 0, total: 0 });
  useEvent(
    'job.progress',
    useCallback((progress: Events['job.progress']) => {
      if (progress.job === job) setNow(progress);
    }, []),
  );
  const text = t('progress', { done: format.number(now.done), total: format.number(now.total) });
  return (
    <div className={classes['going']}>
      <span>{text}</span>
      <Progress value={now.total === 0 ? 0 : (100 * now.done) / now.total} aria-label={text} />
      <Button size="compact-sm" variant="default" onClick={onStop}>
        {t('cancel')}
      </Button>
    </div>
  );
}

function Document({ document }: { readonly document: GuardedDocument }): React.JSX.Element | null {
  const t = useText(guardTexts);
  const format = useFormat();
  const errorText = useErrorText();
  const spaces = useSpaces().data;
  const { item, title, hits, more, unread } = document;
  if (item === null) return null;
  const name = title === '' ? t('untitled') : title;
  const shared = spaces?.find(({ id, kind }) => id === document.space && kind !== 'private');
  const show = ({ field, page, match }: GuardHit): void => {
    const find = field === null ? (match.split('\n')[0] ?? match).slice(0, 60) : null;
    openItem(item, {
      tab: field === null ? 'document' : 'overview',
      place: field === null ? { page: (page ?? 1) - 1, find } : null,
    });
  };
  return (
    <InboxGroup title={shared === undefined ? name : t('inSpace', { name, space: shared.name })}>
      <ul>
        {hits.map((hit, at) => (
          <li key={at}>
            <UnstyledButton
              className={classes['line'] ?? ''}
              data-entry
              aria-label={t('openThereOf', { kind: t(hit.kind), title: name })}
              onClick={() => show(hit)}
            >
              <HitText hit={hit} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={classes['said']}>{t('moreHits', { n: format.number(more) })}</p>}
      {unread !== null && (
        <p className={classes['said']}>
          {unread.code === 'scan' ? t('unreadScan') : errorText(new AppError(unread.code, unread.params))}
        </p>
      )}
    </InboxGroup>
  );
}
