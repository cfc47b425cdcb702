import type { FieldSpec } from './field';

/** The parts of a form, in the order people fill them in. */
export const sections = ['about', 'whom', 'who', 'when', 'citation', 'outcome', 'upkeep'] as const;
export type Section = (typeof sections)[number];

/** Where a field stands in every form that has it; what is not named here says what the record is about. */
const members: Readonly<Record<Exclude<Section, 'about'>, readonly string[]>> = {
  whom: [
    'regions',
    'targetGroups',
    'transitions',
    'causes',
    'place',
    'places',
    'municipalities',
    'ages',
    'schoolKinds',
    'enrolment',
  ],
  who: [
    'parties',
    'instruments',
    'owner',
    'reviewers',
    'audience',
    'commissioner',
    'applicant',
    'funder',
    'funding',
    'amountPerYear',
    'financing',
    'coordinator',
    'reportsTo',
    'contactRole',
    'organisation',
    'members',
    'contactMunicipality',
    'contactSchool',
    'attendanceContact',
    'rmcContact',
    'supplier',
    'email',
    'phone',
    'consent',
  ],
  when: [
    'phase',
    'status',
    'measureStatus',
    'actionStatus',
    'carriedOver',
    'monitored',
    'period',
    'year',
    'date',
    'schoolYear',
    'commentsUntil',
    'doNotCite',
    'validFrom',
    'validTo',
    'meetingsPerYear',
    'evaluationMoments',
  ],
  citation: [
    'citationStyle',
    'authors',
    'publication',
    'publisher',
    'volume',
    'issue',
    'pageRange',
    'doi',
    'isbn',
    'language',
  ],
  outcome: ['results', 'findings', 'recommendations', 'outcomes', 'interest'],
  upkeep: [
    'url',
    'note',
    'qualityNote',
    'partsAnnounced',
    'definitionVersion',
    'lastConfirmed',
    'source',
    'placeInSource',
    'tags',
  ],
};

const byKey: ReadonlyMap<string, Section> = new Map(
  sections.flatMap((section) => (section === 'about' ? [] : members[section].map((key) => [key, section] as const))),
);

export interface FormSection {
  readonly section: Section;
  readonly fields: readonly FieldSpec[];
}

/** The fields of a form in its parts, each in the order of the type; parts without fields are left out. */
export function inSections(fields: readonly FieldSpec[]): readonly FormSection[] {
  return sections
    .map((section) => ({ section, fields: fields.filter(({ key }) => (byKey.get(key) ?? 'about') === section) }))
    .filter((part) => part.fields.length > 0);
}
