import { Alert, Button, Loader, Textarea } from '@mantine/core';
import { IconEyeOff, IconPencilExclamation } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { CallInput } from '../../../shared/contract';
import { guardTexts } from '../../../shared/messages/ui/guard';
import type { GuardedDocument, GuardReport } from '../../../shared/model/guard';
import { ask } from '../../bridge/client';
import { ChoiceCards } from '../choice-cards';
import { useFormat } from '../format';
import { useErrorText, useText } from '../use-text';
import { DialogButtons } from '../dialog-buttons';
import classes from './guard.module.css';
import { HitText } from './hit-text';

interface Props {
  readonly scope: CallInput<'guard.check'>['scope'];
  /** Shares redacted copies instead; null where that cannot be done. */
  readonly onRedact: (() => void) | null;
  readonly onDespite: (reason: string) => void;
  readonly onStop: () => void;
  readonly isBusy: boolean;
  /** It was written in a shared space, and is not kept yet: who wrote it can take it out. */
  readonly isChange?: boolean;
  /** Why the way that was chosen failed. */
  readonly error: string | null;
}

/** What the guard found in what was about to be shared, and the three ways on: a redacted copy, a reason, or not sharing. */
export function GuardStop({
  scope,
  onRedact,
  onDespite,
  onStop,
  isBusy,
  isChange = false,
  error,
}: Props): React.JSX.Element {
  const t = useText(guardTexts);
  const errorText = useErrorText();
  const [report, setReport] = useState<GuardReport | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const key = JSON.stringify(scope);
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone, and this is what has to be read.
  useEffect(() => heading.current?.focus(), [report]);
  useEffect(() => {
    let wanted = true;
    ask('guard.check', { job: 'guard:share', scope: JSON.parse(key) as Props['scope'] }).then(
      (found) => wanted && setReport(found),
      (problem: unknown) => wanted && setFailure(errorText(problem)),
    );
    return () => {
      wanted = false;
    };
  }, [key, errorText]);
  if (report === null)
    return (
      <div className={classes['looking']} role="status">
        {failure === null && <Loader size={16} aria-hidden />} <p>{failure ?? t('looking')}</p>
      </div>
    );
  return (
    <div className={classes['stop']}>
      <h3 ref={heading} tabIndex={-1}>
        {t(isChange ? 'change.title' : 'stoppedTitle')}
      </h3>
      <p>{t('stoppedText')}</p>
      <div className={classes['found']} tabIndex={0} role="region" aria-label={t('name')}>
        {report.documents
          .filter(({ stops }) => stops > 0)
          .map((document) => (
            <Found key={document.item} document={document} />
          ))}
      </div>
      <Ways {...{ report, onRedact, onDespite, onStop, isBusy, isChange, error }} />
    </div>
  );
}

const shownHits = 20;

function Found({ document: { title, hits, stops } }: { readonly document: GuardedDocument }): React.JSX.Element {
  const t = useText(guardTexts);
  const format = useFormat();
  const shown = hits.filter(({ notice }) => !notice).slice(0, shownHits);
  return (
    <section aria-label={title}>
      <h4>{title === '' ? t('untitled') : title}</h4>
      <ul>
        {shown.map((hit, at) => (
          <li key={at}>
            <HitText hit={hit} />
          </li>
        ))}
      </ul>
      {stops > shown.length && <p>{t('moreHits', { n: format.number(stops - shown.length) })}</p>}
    </section>
  );
}

type WaysProps = Omit<Props, 'scope'> & { readonly report: GuardReport };

function Ways({
  report: { final },
  onRedact,
  onDespite,
  onStop,
  isBusy,
  isChange,
  error,
}: WaysProps): React.JSX.Element {
  const t = useText(guardTexts);
  const words = isChange === true ? 'change.' : '';
  const [way, setWay] = useState<'redact' | 'despite'>(onRedact === null ? 'despite' : 'redact');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim().length < 3;
  const canGo = way === 'redact' ? onRedact !== null : !final;
  const go = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (way === 'redact') onRedact?.();
    else if (!isMissing) onDespite(reason.trim());
  };
  return (
    <form noValidate onSubmit={go}>
      <ChoiceCards
        label={t('choose')}
        value={way}
        onChange={setWay}
        choices={[
          {
            value: 'redact',
            icon: IconEyeOff,
            name: t(`${words}redact`),
            lines: [t(isChange === true ? 'change.redactText' : onRedact === null ? 'redactSpaceText' : 'redactText')],
            disabled: onRedact === null,
          },
          {
            value: 'despite',
            icon: IconPencilExclamation,
            name: t(`${words}despite`),
            lines: [t(final ? 'despiteNot' : 'despiteText')],
            disabled: final,
          },
        ]}
      />
      {way === 'despite' && !final && (
        <Textarea
          mt={12}
          label={t('reason')}
          required
          autosize
          minRows={2}
          maxLength={1_000}
          value={reason}
          error={tried && isMissing ? t('reasonNeeded') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {error !== null && (
        <Alert mt={12} variant="default" role="alert">
          {error}
        </Alert>
      )}
      <DialogButtons>
        {isChange !== true && (
          <Button variant="default" data-autofocus onClick={onStop} disabled={isBusy}>
            {t('stop')}
          </Button>
        )}
        <Button type="submit" loading={isBusy} disabled={!canGo}>
          {t(way === 'redact' ? `${words}goRedact` : `${words}goDespite`)}
        </Button>
      </DialogButtons>
    </form>
  );
}
