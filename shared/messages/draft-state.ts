import type { JsonValue } from '../base/json';
import { fillText } from './fill';
import type { Language, Text } from './text';
import { choiceLabel } from './vocabulary';

/** What stands above a draft and on every page of an export. */
const draftStateTexts = {
  none: { nl: 'Concept', en: 'Draft' },
  doNotCite: { nl: 'niet citeren', en: 'do not cite' },
  commentsUntil: { nl: 'reacties tot {date}', en: 'comments until {date}' },
  reviewers: { nl: 'meelezers: {names}', en: 'reviewers: {names}' },
} as const satisfies Record<string, Text>;

interface DraftFields {
  readonly fields: Readonly<Record<string, JsonValue | undefined>>;
  readonly sets: Readonly<Record<string, readonly JsonValue[] | undefined>>;
}

/** The state of a draft in one line: `In bewerking · niet citeren · reacties tot 1 maart 2027`. */
export function stateLine({ fields, sets }: DraftFields, language: Language): string {
  const until = fields['commentsUntil'];
  const reviewers = (sets['reviewers'] ?? []).map(String);
  return [
    statusName(fields['status'], language),
    fields['doNotCite'] === true ? draftStateTexts.doNotCite[language] : '',
    typeof until === 'string'
      ? fillText(draftStateTexts.commentsUntil[language], { date: dateText(until, language) })
      : '',
    reviewers.length > 0 ? fillText(draftStateTexts.reviewers[language], { names: reviewers.join(', ') }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The words across every page: the state, and that it may not be cited. */
export function watermark({ fields }: DraftFields, language: Language): string {
  const words = [statusName(fields['status'], language)];
  if (fields['doNotCite'] === true) words.push(draftStateTexts.doNotCite[language]);
  return words.join(' · ').toLocaleUpperCase(language);
}

function statusName(status: JsonValue | undefined, language: Language): string {
  return typeof status === 'string' ? choiceLabel('status', status, language) : draftStateTexts.none[language];
}

/** A date as records hold it (`2027`, `2027-03`, `2027-03-01`) in words. */
function dateText(partial: string, language: Language): string {
  const moment = new Date(partial);
  if (Number.isNaN(moment.getTime())) return partial;
  const parts = partial.split('-').length;
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    year: 'numeric',
    ...(parts > 1 ? { month: 'long' } : {}),
    ...(parts > 2 ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(moment);
}
