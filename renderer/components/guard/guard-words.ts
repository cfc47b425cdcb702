import { AppError } from '../../../shared/base/errors';
import { guardTexts } from '../../../shared/messages/ui/guard';
import type { GuardHit } from '../../../shared/model/guard';
import { useFormat } from '../format';
import { useLabels } from '../labels';
import { useText } from '../use-text';

/** The guard stopped it, and not something else. */
export function isGuardStop(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'guard-stopped' || error.code === 'guard-person-table');
}

/** Where a finding stands, in words. */
export function useGuardPlace(): (hit: GuardHit) => string {
  const t = useText(guardTexts);
  const labels = useLabels();
  const format = useFormat();
  return ({ field, aside, page, line, cell }) => {
    if (aside) return t('inAside');
    const at = {
      field: labels.field(field ?? ''),
      page: format.number(page ?? 1),
      line: format.number(line),
      row: format.number(cell?.row ?? 0),
      column: format.number(cell?.column ?? 0),
    };
    if (field === null) return t(cell === null ? 'inFile' : 'inCell', at);
    if (cell !== null) return t('inFieldCell', at);
    return t(line > 1 ? 'inFieldLine' : 'inField', at);
  };
}
