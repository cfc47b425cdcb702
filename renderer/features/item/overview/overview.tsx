import type { JsonValue } from '../../../../shared/base/json';
import { itemTexts } from '../../../../shared/messages/ui/item';
import type { FieldSpec } from '../../../../shared/model/field';
import { fieldsOf } from '../../../../shared/model/types';
import type { ItemDetail } from '../../../../shared/model/views';
import { mayChange } from '../../../components/use-rights';
import { useText } from '../../../components/use-text';
import { useFieldLabel } from '../../../components/field-label';
import { typeOf } from '../item-title';
import { CollectionFiles } from './collection-files';
import { FieldValue } from './field-value';
import { FileCard } from './file-card';
import { MissingFields } from './missing-fields';
import classes from './overview.module.css';
import { NotedAbout } from './noted-about';
import { RelationPicture } from './relation-picture';
import { Relations } from './relations';
import { Tags } from './tags';

interface Filled {
  readonly spec: FieldSpec;
  readonly value: JsonValue;
}

/** What opens the page, before the short facts. */
const leads = ['summary', 'abstract', 'definition', 'goal', 'objective'];
/** Shown elsewhere on the page. */
const elsewhere = ['title', 'tags'];

/** The read view of an item: a lead, its facts, its long texts, and beside them what belongs to it. */
export function Overview({ item }: { readonly item: ItemDetail }): React.JSX.Element {
  const t = useText(itemTexts);
  const label = useFieldLabel();
  const type = typeOf(item);
  const filled = filledFields(type, item);
  const lead = filled.find(({ spec }) => leads.includes(spec.key));
  const facts = filled.filter((field) => field !== lead && !isLong(field.spec));
  const texts = filled.filter((field) => field !== lead && isLong(field.spec));
  return (
    <div className={classes['columns']}>
      <div className={classes['main']}>
        {lead !== undefined && (
          <section className={classes['lead']} aria-label={label(lead.spec.key)}>
            <FieldValue type={type} field={lead.spec.key} value={lead.value} />
          </section>
        )}
        {filled.length === 0 && (
          <p className={classes['quiet']}>{t(mayChange(item.may) ? 'nothingFilled' : 'nothingFilledHere')}</p>
        )}
        {facts.length > 0 && (
          <section aria-label={t('facts')}>
            <dl className={classes['facts']}>
              {facts.map(({ spec, value }) => (
                <div key={spec.key}>
                  <dt>{label(spec.key)}</dt>
                  <dd>
                    <FieldValue type={type} field={spec.key} value={value} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        {texts.map(({ spec, value }) => (
          <section key={spec.key} className={classes['long']}>
            <h2>{label(spec.key)}</h2>
            <FieldValue type={type} field={spec.key} value={value} />
          </section>
        ))}
        {item.related.length > 1 && <RelationPicture id={item.state.id} />}
        <NotedAbout id={item.state.id} />
      </div>
      <div className={classes['side']}>
        {item.file !== null && <FileCard item={item} file={item.file} />}
        {type === 'collection' && !item.state.deleted && <CollectionFiles id={item.state.id} />}
        <Tags item={item} />
        <Relations item={item} />
        <MissingFields item={item} />
      </div>
    </div>
  );
}

function filledFields(type: string, { file, state: { fields, sets } }: ItemDetail): Filled[] {
  return (
    fieldsOf(type)
      // A text without a file has the document tab to itself.
      .filter(({ key }) => !elsewhere.includes(key) && !(key === 'body' && file === null))
      .flatMap((spec) => {
        const value = spec.kind === 'set' ? (sets[spec.key] ?? []) : fields[spec.key];
        return value === undefined || (Array.isArray(value) && value.length === 0)
          ? []
          : [{ spec, value: value as JsonValue }];
      })
  );
}

function isLong({ kind }: FieldSpec): boolean {
  return kind === 'text' || kind === 'markdown';
}
