import { useEffect, useId, useRef } from 'react';
import { sectionLabels } from '../../../../shared/messages/fields';
import { itemTexts } from '../../../../shared/messages/ui/item';
import type { FieldSpec } from '../../../../shared/model/field';
import { inSections, type FormSection } from '../../../../shared/model/sections';
import { fieldsOf } from '../../../../shared/model/types';
import type { ItemDetail } from '../../../../shared/model/views';
import { useLanguage, useText } from '../../../components/use-text';
import { editing } from '../../../state/editing';
import { typeOf } from '../item-title';
import classes from './edit-form.module.css';
import { FieldInput } from './field-input';
import { RelationsEditor } from './relations-editor';
import { SaveState } from './save-state';
import { SetInput } from './set-input';
import { useSaver, type Save } from './use-saver';

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
      {inSections(fieldsOf(typeOf(item)).filter(({ key }) => key !== 'body' || item.file !== null)).map((part) => (
        <FormPart key={part.section} part={part} item={item} save={saver.save} />
      ))}
      <div data-field="relations">
        <RelationsEditor item={item} save={saver.save} />
      </div>
    </form>
  );
}

function FormPart({
  part: { section, fields },
  item,
  save,
}: {
  readonly part: FormSection;
  readonly item: ItemDetail;
  readonly save: Save;
}): React.JSX.Element {
  const language = useLanguage();
  const headingId = useId();
  return (
    <section className={classes['part']} aria-labelledby={headingId}>
      <h2 id={headingId}>{sectionLabels[section][language]}</h2>
      <div className={classes['fields']}>
        {fields.map((spec) => (
          <div key={spec.key} data-field={spec.key} data-wide={isWide(spec) || undefined}>
            {spec.kind === 'set' ? (
              <SetInput spec={spec} item={item} save={save} />
            ) : (
              <FieldInput spec={spec} item={item} save={save} />
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

function isWide({ key, kind }: FieldSpec): boolean {
  return key === 'title' || kind === 'text' || kind === 'markdown' || kind === 'list' || kind === 'set';
}
