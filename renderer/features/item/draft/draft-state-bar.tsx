import { Button, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { draftTexts } from '../../../../shared/messages/ui/drafts';
import { stateLine } from '../../../../shared/messages/draft-state';
import { fieldsOf } from '../../../../shared/model/types';
import type { ItemDetail } from '../../../../shared/model/views';
import { mayChange } from '../../../components/use-rights';
import { useLanguage, useText } from '../../../components/use-text';
import { FieldInput } from '../edit/field-input';
import { SaveState } from '../edit/save-state';
import { SetInput } from '../edit/set-input';
import { useSaver } from '../edit/use-saver';
import { typeOf } from '../item-title';
import classes from './draft-state-bar.module.css';

/** What is decided about a draft, in the order people decide it. */
const stateFields = ['status', 'doNotCite', 'commentsUntil', 'reviewers', 'citationStyle'];

/** The state of a draft in one line, as on every page of an export, and the way to change it. */
export function DraftStateBar({
  item,
  children,
}: {
  readonly item: ItemDetail;
  /** More that can be done with the draft. */
  readonly children?: React.ReactNode;
}): React.JSX.Element {
  const t = useText(draftTexts);
  const language = useLanguage();
  const lineId = useId();
  const status = String(item.state.fields['status'] ?? '');
  return (
    <div className={classes['bar']} data-status={status} role="group" aria-label={t('state')}>
      <p id={lineId}>{stateLine(item.state, language)}</p>
      {children}
      {!item.state.deleted && mayChange(item.may) && (
        <Popover position="bottom-end" width={360} trapFocus returnFocus withinPortal>
          <Popover.Target>
            <Button
              size="compact-sm"
              variant="default"
              rightSection={<IconChevronDown size={14} aria-hidden />}
              aria-describedby={lineId}
            >
              {t('stateChange')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('state')}>
            <StateForm item={item} />
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  );
}

function StateForm({ item }: { readonly item: ItemDetail }): React.JSX.Element {
  const saver = useSaver(item.state.id);
  const specs = fieldsOf(typeOf(item)).filter(({ key }) => stateFields.includes(key));
  const ordered = [...specs].sort((a, b) => stateFields.indexOf(a.key) - stateFields.indexOf(b.key));
  return (
    <form className={classes['form']} onSubmit={(event) => event.preventDefault()}>
      {ordered.map((spec) =>
        spec.kind === 'set' ? (
          <SetInput key={spec.key} spec={spec} item={item} save={saver.save} />
        ) : (
          <FieldInput key={spec.key} spec={spec} item={item} save={saver.save} />
        ),
      )}
      <SaveState saver={saver} />
    </form>
  );
}
