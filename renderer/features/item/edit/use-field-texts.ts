import { fieldLabels } from '../../../../shared/messages/fields';
import type { Text } from '../../../../shared/messages/text';
import { itemTexts } from '../../../../shared/messages/ui/item';
import type { FieldSpec } from '../../../../shared/model/field';
import type { DraftProblem } from '../../../components/field-draft';
import { useLanguage, useText } from '../../../components/use-text';
import { useFieldLabel } from '../../../components/field-label';

export interface FieldTexts {
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}

/** The label of a field, the sentence under it and what is wrong with its text. */
export function useFieldTexts({ key, kind }: FieldSpec, problem: DraftProblem | null): FieldTexts {
  const t = useText(itemTexts);
  const language = useLanguage();
  const label = useFieldLabel();
  const hint = (fieldLabels as Readonly<Record<string, { hint?: Text }>>)[key]?.hint?.[language];
  const kindHints = { date: t('dateHint'), list: t('listHint'), set: t('setHint'), markdown: t('markdownHint') };
  const kindHint = (kindHints as Readonly<Record<string, string>>)[kind];
  return {
    label: label(key),
    // The field's own sentence about lists already says how to write them.
    hint: hint === undefined ? kindHint : kind === 'list' || kindHint === undefined ? hint : `${hint} ${kindHint}`,
    error: problem === null ? undefined : t(problemTexts[problem]),
  };
}

const problemTexts = {
  required: 'problemRequired',
  tooLong: 'problemTooLong',
  year: 'problemYear',
  period: 'problemPeriod',
  url: 'problemUrl',
  email: 'problemEmail',
  date: 'problemDate',
  number: 'problemNumber',
  choice: 'problemChoice',
  list: 'problemList',
} as const satisfies Record<DraftProblem, keyof typeof itemTexts>;
