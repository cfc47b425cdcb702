import { useEffect, useRef } from 'react';
import { itemTexts } from '../../../../shared/messages/ui/item';
import type { FieldSpec } from '../../../../shared/model/field';
import { fieldsOf } from '../../../../shared/model/types';
import type { ItemDetail } from '../../../../shared/model/views';
import { useText } from '../../../components/use-text';
import { editing } from '../../../state/editing';
import { typeOf } from '../item-title';
import classes from './edit-form.module.css';
import { FieldInput } from './field-input';
import { RelationsEditor } from './relations-editor';
import { SaveState } from './save-state';
import { SetInput } from './set-input';
import { useSaver } from './use-saver';

/** The form of an item. There is no save button: each field saves itself. */
export function EditForm({ item }: { readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(itemTexts);
  const saver = useSaver(item.state.id);
  const form = useRef<HTMLFormElement>(null);
  const startField = editing.use((state) => state.field);
  useEffect(() => {
    const start = form.current?.querySelector<HTMLElement>(
      `[data-field="${startField ?? 'title'}"] :is(input, textarea, select)`,
    );
    start?.focus();
    start?.scrollIntoView({ block: 'center' });
  }, [startField]);
  return (
    <form
      ref={form}
      data-item-form
      className={classes['form']}
      aria-label={t('edit')}
      onSubmit={(event) => event.preventDefault()}
    >
      <SaveState saver={saver} />
      <div className={classes['fields']}>
        {inFormOrder(typeOf(item)).map((spec) => (
          <div key={spec.key} data-field={spec.key} data-wide={isWide(spec) || undefined}>
            {spec.kind === 'set' ? (
              <SetInput spec={spec} item={item} save={saver.save} />
            ) : (
              <FieldInput spec={spec} item={item} save={saver.save} />
            )}
          </div>
        ))}
      </div>
      <div data-field="relations">
        <RelationsEditor item={item} save={saver.save} />
      </div>
    </form>
  );
}

/** Tags last: they belong to every type and come after what the type itself asks. */
function inFormOrder(type: string): readonly FieldSpec[] {
  const fields = fieldsOf(type);
  return [...fields.filter(({ key }) => key !== 'tags'), ...fields.filter(({ key }) => key === 'tags')];
}

function isWide({ key, kind }: FieldSpec): boolean {
  return key === 'title' || kind === 'text' || kind === 'markdown' || kind === 'list' || kind === 'set';
}
