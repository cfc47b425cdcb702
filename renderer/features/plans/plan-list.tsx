import { Button, Group, NativeSelect } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { planTexts } from '../../../shared/messages/ui/plans';
import { Inbox, InboxEmpty, InboxLine, InboxPending } from '../../components/inbox';
import { useText } from '../../components/use-text';
import { plans, showScopePage } from '../../state/map';
import { openDialog, view } from '../../state/view';
import { NewYearDialog } from './new-year-dialog';
import { usePlans } from './use-plans';

/** The years there are plans of, and the way to a new one. */
export function PlanList(): React.JSX.Element {
  const t = useText(planTexts);
  const [asksYear, setAsksYear] = useState(false);
  const { query, years, regions, year, region } = usePlans();
  const isAway = view.use(({ scopePage }) => !scopePage);
  const next = (years.at(-1) ?? new Date().getFullYear()) + 1;
  return (
    <Inbox
      title={t('name')}
      text={t('text')}
      action={
        <Group gap={8} mt={8} align="flex-end">
          <NativeSelect
            size="xs"
            label={t('region')}
            value={region ?? ''}
            onChange={(event) => plans.set({ region: event.currentTarget.value || null })}
          >
            <option value="">{t('everywhere')}</option>
            {regions.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </NativeSelect>
          {years.length > 0 && (
            <Button
              size="xs"
              leftSection={<IconCalendarPlus size={15} aria-hidden />}
              onClick={() => setAsksYear(true)}
            >
              {t('newYearOf', { year: next })}
            </Button>
          )}
          {isAway && (
            <Button size="xs" variant="light" onClick={showScopePage}>
              {t('show')}
            </Button>
          )}
        </Group>
      }
    >
      {query.data === undefined && (
        <InboxPending query={query} loading={t('loading')} failed={t('failed')} retry={t('retry')} />
      )}
      {query.data !== undefined && years.length === 0 && (
        <InboxEmpty title={t('noneTitle')} text={t('none')}>
          <Button size="xs" variant="default" onClick={() => openDialog({ kind: 'new-item', type: 'yearlyAction' })}>
            {t('newAction')}
          </Button>
        </InboxEmpty>
      )}
      <ul>
        {[...years].reverse().map((each, index) => (
          <InboxLine
            key={each}
            type="yearlyAction"
            title={t('actionsOf', { year: each })}
            meta={t('title', { year: each, before: each - 1 })}
            current={!isAway && each === year}
            first={index === 0}
            onOpen={() => {
              plans.set({ year: each });
              showScopePage();
            }}
          />
        ))}
      </ul>
      {asksYear && <NewYearDialog year={next} region={region} onClose={() => setAsksYear(false)} />}
    </Inbox>
  );
}
