import { Loader } from '@mantine/core';
import type { JsonValue } from '../../../shared/base/json';
import { bulkTexts, skippedLabels } from '../../../shared/messages/ui/catalogue-tools';
import type { BulkPreview } from '../../../shared/model/insight';
import { useFormat } from '../../components/format';
import { useLabels } from '../../components/labels';
import { useLanguage, useText } from '../../components/use-text';
import classes from './bulk-edit.module.css';

const mostShown = 100;
const longest = 160;

interface Props {
  readonly field: string;
  /** Undefined while it is being made. */
  readonly lines: readonly BulkPreview[] | undefined;
  /** Nothing was filled in yet. */
  readonly waits: boolean;
  readonly changes: number;
}

/** Each item as it is and as it would be; what changes stands first. */
export function BulkPreviewTable({ field, lines, waits, changes }: Props): React.JSX.Element {
  const t = useText(bulkTexts);
  const format = useFormat();
  if (waits) return <p className={classes['quiet']}>{t('waiting')}</p>;
  if (lines === undefined) return <Loader size="sm" aria-label={t('loading')} />;
  const inOrder = [...lines].sort((a, b) => Number(a.skipped !== null) - Number(b.skipped !== null));
  return (
    <>
      <p className={classes['quiet']} role="status">
        {changes === 0
          ? t('nothing')
          : t('summary', { changes: format.number(changes), all: format.number(lines.length) })}
      </p>
      <div className={classes['scroll']} tabIndex={0} role="group" aria-label={t('preview')}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              <th scope="col">{t('before')}</th>
              <th scope="col">{t('after')}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder.slice(0, mostShown).map((line) => (
              <Line key={line.item} field={field} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > mostShown && (
        <p className={classes['quiet']}>{t('more', { n: format.number(lines.length - mostShown) })}</p>
      )}
    </>
  );
}

function Line({ field, line }: { readonly field: string; readonly line: BulkPreview }): React.JSX.Element {
  const t = useText(bulkTexts);
  const language = useLanguage();
  const labels = useLabels();
  const shown = (value: JsonValue): string => {
    const text = textOf(value, (each) => labels.value(field, each));
    return text === '' ? t('empty') : text.length > longest ? `${text.slice(0, longest)}…` : text;
  };
  return (
    <tr data-skipped={line.skipped !== null || undefined}>
      <th scope="row">{line.title === '' ? t('untitled') : line.title}</th>
      <td>{shown(line.before)}</td>
      <td>{line.skipped === null ? <b>{shown(line.after)}</b> : skippedLabels[line.skipped][language]}</td>
    </tr>
  );
}

function textOf(value: JsonValue, label: (value: string) => string): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((each) => label(String(each))).join('; ');
  if (typeof value !== 'object') return label(String(value));
  return [value['from'], value['to']].map((year) => (typeof year === 'number' ? String(year) : '')).join('–');
}
