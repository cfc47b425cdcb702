import { Popover } from '@mantine/core';
import { cloneElement, type ComponentProps, type ReactElement } from 'react';
import { resultTexts } from '../../../shared/messages/ui/browse';
import type { SearchSummary } from '../../../shared/search/item-query';
import { useFormat } from '../../components/format';
import { useOpensAtOnce } from '../../components/use-opens-at-once';
import { useText } from '../../components/use-text';
import classes from './result-line.module.css';

type Reasons = SearchSummary['searchable']['reasons'];

interface Props {
  readonly button: ReactElement<ComponentProps<'button'>>;
  readonly reasons: Reasons;
}

/** Why some files cannot be searched, at the button that says how many can. It opens when it is first shown. */
export function WhyNotSearchable({ button, reasons }: Props): React.JSX.Element {
  const t = useText(resultTexts);
  const format = useFormat();
  const { target, isOpen, setOpen } = useOpensAtOnce();
  const named = new Map<keyof typeof resultTexts, number>();
  for (const { reason, count } of reasons) named.set(reasonText(reason), (named.get(reasonText(reason)) ?? 0) + count);
  return (
    <Popover position="bottom-end" shadow="md" width={300} trapFocus returnFocus opened={isOpen} onChange={setOpen}>
      <Popover.Target>{cloneElement(button, { ref: target, onClick: () => setOpen(!isOpen) })}</Popover.Target>
      <Popover.Dropdown aria-label={t('whyNot')}>
        <p className={classes['heading']}>{t('whyNot')}</p>
        <ul className={classes['reasons']} tabIndex={-1} data-autofocus>
          {[...named].map(([key, count]) => (
            <li key={key}>
              <span>{t(key)}</span>
              <span>{format.number(count)}</span>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Many error codes, few things that matter to somebody who searches. */
function reasonText(reason: Reasons[number]['reason']): keyof typeof resultTexts {
  if (reason === 'scan') return 'reasonScan';
  if (reason === 'empty') return 'reasonEmpty';
  if (reason === 'pending') return 'reasonPending';
  if (reason === 'elsewhere') return 'reasonElsewhere';
  if (reason.endsWith('-encrypted')) return 'reasonLocked';
  return reason.endsWith('-damaged') || reason.endsWith('-truncated') ? 'reasonDamaged' : 'reasonOther';
}
