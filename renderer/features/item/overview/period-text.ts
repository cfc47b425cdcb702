import { useCallback } from 'react';
import type { JsonValue } from '../../../../shared/base/json';
import { periodSchema } from '../../../../shared/model/field-schema';
import { itemTexts } from '../../../../shared/messages/ui/item';
import { useText } from '../../../components/use-text';

/** A period in words: `2017–2020`, `vanaf 2017`; empty when there is none. */
export function usePeriodText(): (value: JsonValue) => string {
  const t = useText(itemTexts);
  return useCallback(
    (value) => {
      const { from = null, to = null } = periodSchema.safeParse(value).data ?? {};
      if (from !== null && to !== null) return from === to ? String(from) : `${from}–${to}`;
      if (from !== null) return t('periodFrom', { year: from });
      return to === null ? '' : t('periodTo', { year: to });
    },
    [t],
  );
}
