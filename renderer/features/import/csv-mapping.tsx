import { NativeSelect } from '@mantine/core';
import { importTexts } from '../../../shared/messages/ui/import';
import { fieldsOf } from '../../../shared/model/types';
import type { CsvPreview } from '../../../shared/model/views';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import type { Mapping } from './csv-cells';
import classes from './dialogs.module.css';

interface Props {
  readonly preview: CsvPreview;
  readonly type: string;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** One line per column: its name, an example and the field it fills. */
export function CsvMapping({ preview: { columns, rows }, type, mapping, onChange }: Props): React.JSX.Element {
  const t = useText(importTexts);
  const labels = useLabels();
  const choose = (index: string, field: string): void => {
    const { [index]: _old, ...others } = mapping;
    onChange(field === '' ? others : { ...others, [index]: field });
  };
  return (
    <section className={classes['section']}>
      <h3>{t('csvMapping')}</h3>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('csvColumn')}</th>
            <th scope="col">{t('csvExample')}</th>
            <th scope="col">{t('csvField')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <tr key={index}>
              <th scope="row">{column}</th>
              <td className={classes['example']}>
                <span className={classes['clip']}>
                  {rows.map((row) => row[index] ?? '').find((cell) => cell !== '') ?? ''}
                </span>
              </td>
              <td>
                <NativeSelect
                  size="xs"
                  aria-label={t('csvFieldOf', { column })}
                  value={mapping[String(index)] ?? ''}
                  onChange={(event) => choose(String(index), event.currentTarget.value)}
                >
                  <option value="">{t('csvSkip')}</option>
                  {fieldsOf(type).map(({ key }) => (
                    <option key={key} value={key}>
                      {labels.field(key)}
                    </option>
                  ))}
                </NativeSelect>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
