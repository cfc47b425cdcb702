import { useMemo } from 'react';
import { rowTexts } from '../../../shared/messages/ui/browse';
import type { ItemRow } from '../../../shared/search/item-query';
import { useFormat } from '../../components/format';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';

export interface Badge {
  readonly text: string;
  readonly tone: 'plain' | 'warn' | 'danger';
}
export interface RowText {
  /** What kind of thing, from where and when, in one line. */
  meta(row: ItemRow): string;
  /** What somebody must know before using it. */
  badges(row: ItemRow): readonly Badge[];
}

/** Document states that call for care; the others are said in the line under the title. */
const careStates = ['in-bewerking', 'ter-review', 'vervallen'];

export function useRowText(): RowText {
  const t = useText(rowTexts);
  const labels = useLabels();
  const format = useFormat();
  return useMemo(() => {
    const first = (row: ItemRow, key: string): string | undefined => listOf(row, key)[0];
    const label = (row: ItemRow, key: string): string | undefined => {
      const value = first(row, key);
      return value === undefined ? undefined : labels.value(key, value).toLowerCase();
    };
    const file = ({ fileKind, pages }: ItemRow): string | undefined => {
      if (fileKind === null) return undefined;
      const kind = labels.value('fileKind', fileKind);
      return pages > 1 ? t('pages', { kind, n: format.number(pages) }) : pages === 1 ? t('pageOne', { kind }) : kind;
    };
    const names = (row: ItemRow, key: string): string | undefined => {
      const [name, ...others] = listOf(row, key);
      return name === undefined ? undefined : others.length > 0 ? t('andOthers', { name }) : name;
    };
    /** A period without an end or a start leaves that side of the dash empty. */
    const years = (period: string | undefined): string | undefined => {
      const [from = '', to = ''] = period?.split('–') ?? [];
      if (from === '' && to === '') return undefined;
      return to === '' ? t('since', { year: from }) : from === '' ? t('until', { year: to }) : period;
    };
    return {
      meta: (row) => {
        const when = years(first(row, 'period')) ?? first(row, 'year');
        const parts = [
          labels.type(row.type),
          listOf(row, 'organisationKind').map((kind) => labels.value('organisationKind', kind))[0],
          listOf(row, 'roles')
            .map((role) => labels.value('roles', role))
            .join(', ') || undefined,
          names(row, 'authors'),
          listOf(row, 'regions').join(', ') || undefined,
          names(row, 'organisation'),
          first(row, 'place'),
          when ?? t('changed', { when: format.moment(row.changedAt) }),
          label(row, 'phase') ??
            label(row, 'measureStatus') ??
            (careStates.includes(first(row, 'status') ?? '') ? undefined : label(row, 'status')),
          file(row),
        ];
        return parts.filter((part) => part !== undefined && part !== '').join(' · ');
      },
      badges: (row) => {
        const status = first(row, 'status');
        const { textState } = row;
        const found: (Badge | null)[] = [
          row.conflicts > 0 ? { text: t('conflict'), tone: 'danger' } : null,
          status !== undefined && careStates.includes(status)
            ? { text: labels.value('status', status).toLowerCase(), tone: 'warn' }
            : null,
          first(row, 'doNotCite') === 'true' ? { text: t('doNotCite'), tone: 'warn' } : null,
          textState === 'scan' ? { text: t('scan'), tone: 'warn' } : null,
          textState === 'failed' ? { text: t('notSearchable'), tone: 'warn' } : null,
          textState === 'elsewhere' ? { text: t('elsewhere'), tone: 'plain' } : null,
          textState === 'pending' ? { text: t('pending'), tone: 'plain' } : null,
        ];
        return found.filter((badge) => badge !== null);
      },
    };
  }, [t, labels, format]);
}

function listOf(row: ItemRow, key: string): readonly string[] {
  const value = row.meta[key];
  return value === undefined ? [] : typeof value === 'string' ? (value === '' ? [] : [value]) : value;
}
