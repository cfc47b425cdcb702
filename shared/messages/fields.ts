import type { appTypes } from '../model/app-types';
import type { commonFields } from '../model/item-type';
import type { itemTypes } from '../model/types';
import type { Section } from '../model/sections';
import { catalogueFields } from './catalogue-fields';
import type { FieldLabel } from './field-label';
import type { Text } from './text';

type AnnotationType = Extract<(typeof appTypes)[number], { name: 'annotation' }>;
/** The key of every field that people see of some type. */
export type FieldKey =
  | (typeof commonFields)[number]['key']
  | (typeof itemTypes)[number]['fields'][number]['key']
  | AnnotationType['fields'][number]['key']
  | AnnotationType['structured'][number];

/** The name of every field. A field without a name here does not compile. */
export const fieldLabels = {
  ...catalogueFields,
  title: { nl: 'Titel', en: 'Title' },
  tags: {
    nl: 'Labels',
    en: 'Tags',
    hint: { nl: 'Eigen trefwoorden, zo veel u wilt.', en: 'Your own keywords, as many as you like.' },
  },
  summary: {
    nl: 'Samenvatting',
    en: 'Summary',
    hint: { nl: 'Twee of drie zinnen: waar gaat dit over?', en: 'Two or three sentences: what is this about?' },
  },
  aim: {
    nl: 'Doel',
    en: 'Aim',
    hint: { nl: 'Wat is er voor jongeren anders als het lukt?', en: 'What changes for young people if it works?' },
  },
  ambitions: { nl: 'Ambities', en: 'Ambitions' },
  approach: { nl: 'Aanpak', en: 'Approach', hint: { nl: 'Wie doet wat, en wanneer?', en: 'Who does what, and when?' } },
  phase: { nl: 'Fase', en: 'Phase' },
  period: {
    nl: 'Periode',
    en: 'Period',
    hint: { nl: 'Laat het eindjaar leeg als het nog loopt.', en: 'Leave the end year empty while it is running.' },
  },
  regions: {
    nl: "Regio's",
    en: 'Regions',
    hint: { nl: "Bijvoorbeeld 'Arnhem e.o.' of 'Landelijk'.", en: "For example 'Arnhem e.o.' or 'Landelijk'." },
  },
  targetGroups: { nl: 'Doelgroepen', en: 'Target groups' },
  transitions: { nl: 'Overstappen', en: 'Transitions' },
  parties: {
    nl: 'Partijen',
    en: 'Parties',
    hint: { nl: 'De organisaties die meedoen.', en: 'The organisations that take part.' },
  },
  instruments: {
    nl: 'Instrumenten',
    en: 'Instruments',
    hint: {
      nl: "Formulieren, programma's, rollen of trainingen die u inzet.",
      en: 'Forms, software, roles or training that are used.',
    },
  },
  funding: {
    nl: 'Middelen',
    en: 'Funding',
    hint: { nl: 'Bedrag, periode en geldgever.', en: 'Amount, period and funder.' },
  },
  results: { nl: 'Resultaten', en: 'Results' },
  contactRole: {
    nl: 'Contact (rol)',
    en: 'Contact (role)',
    hint: { nl: 'Noem een functie, geen naam.', en: 'Name a role, not a person.' },
  },
  url: { nl: 'Webadres', en: 'Web address' },
  source: {
    nl: 'Bron',
    en: 'Source',
    hint: { nl: 'Waar komt deze informatie vandaan?', en: 'Where does this information come from?' },
  },
  abstract: { nl: 'Samenvatting', en: 'Abstract' },
  authors: { nl: 'Auteurs', en: 'Authors', hint: { nl: 'Eén auteur per regel.', en: 'One author per line.' } },
  year: { nl: 'Jaar', en: 'Year' },
  publication: {
    nl: 'Verschenen in',
    en: 'Published in',
    hint: { nl: 'Tijdschrift, reeks of bundel.', en: 'Journal, series or book.' },
  },
  publisher: { nl: 'Uitgever', en: 'Publisher' },
  volume: { nl: 'Jaargang', en: 'Volume' },
  issue: { nl: 'Nummer', en: 'Issue' },
  pageRange: { nl: "Pagina's", en: 'Pages' },
  doi: { nl: 'DOI', en: 'DOI' },
  isbn: { nl: 'ISBN', en: 'ISBN' },
  angle: {
    nl: 'Invalshoek',
    en: 'Angle',
    hint: { nl: 'Vanuit welke vraag of blik is er gekeken?', en: 'From which question or point of view?' },
  },
  criteria: {
    nl: 'Criteria',
    en: 'Criteria',
    hint: { nl: 'Waar is op gelet, en wanneer telt iets mee?', en: 'What was looked at, and what counts?' },
  },
  method: { nl: 'Methode', en: 'Method' },
  population: {
    nl: 'Onderzochte groep',
    en: 'Population',
    hint: { nl: 'Alleen aantallen en kenmerken, geen namen.', en: 'Numbers and characteristics only, no names.' },
  },
  findings: { nl: 'Bevindingen', en: 'Findings' },
  recommendations: { nl: 'Aanbevelingen', en: 'Recommendations' },
  language: { nl: 'Taal', en: 'Language' },
  body: { nl: 'Tekst', en: 'Text' },
  status: { nl: 'Status', en: 'Status' },
  doNotCite: { nl: 'Niet citeren', en: 'Do not cite' },
  commentsUntil: { nl: 'Reageren kan tot', en: 'Comments until' },
  reviewers: {
    nl: 'Meelezers',
    en: 'Reviewers',
    hint: { nl: 'Van wie wilt u een reactie?', en: 'Whose comments do you want?' },
  },
  citationStyle: {
    nl: 'Stijl van verwijzen',
    en: 'Citation style',
    hint: { nl: 'Leeg: APA.', en: 'Empty: APA.' },
  },
  owner: {
    nl: 'Eigenaar',
    en: 'Owner',
    hint: { nl: 'Wie beslist over deze tekst?', en: 'Who decides about this text?' },
  },
  audience: { nl: 'Bestemd voor', en: 'Audience' },
  date: { nl: 'Datum', en: 'Date' },
  objective: { nl: 'Doelstelling', en: 'Objective' },
  commissioner: { nl: 'Opdrachtgever', en: 'Commissioner' },
  applicant: {
    nl: 'Aanvrager',
    en: 'Applicant',
    hint: { nl: 'Meestal de contactschool of de contactgemeente.', en: 'Usually the contact school or municipality.' },
  },
  evaluationMoments: { nl: 'Evaluatiemomenten', en: 'Evaluation moments' },
  goal: { nl: 'Doel', en: 'Goal' },
  measureStatus: { nl: 'Stand', en: 'State' },
  qualityNote: {
    nl: 'Let op bij deze gegevens',
    en: 'Note on data quality',
    hint: { nl: 'Wat ontbreekt of klopt niet in de bron?', en: 'What is missing or wrong in the source?' },
  },
  organisationKind: { nl: 'Soort organisatie', en: 'Kind of organisation' },
  place: { nl: 'Plaats', en: 'Place' },
  email: { nl: 'E-mail', en: 'Email', hint: { nl: 'Alleen een zakelijk adres.', en: 'A work address only.' } },
  phone: { nl: 'Telefoon', en: 'Phone', hint: { nl: 'Alleen een zakelijk nummer.', en: 'A work number only.' } },
  roles: { nl: 'Rollen', en: 'Roles' },
  organisation: { nl: 'Organisatie', en: 'Organisation' },
  expertise: {
    nl: 'Weet veel van',
    en: 'Expertise',
    hint: { nl: 'Waarvoor kan een collega deze persoon bellen?', en: 'What can a colleague call this person about?' },
  },
  lastConfirmed: {
    nl: 'Laatst nagekeken',
    en: 'Last confirmed',
    hint: { nl: 'Wanneer is gecontroleerd dat dit nog klopt?', en: 'When was this last checked?' },
  },
  abbreviation: { nl: 'Afkorting', en: 'Abbreviation' },
  longForm: { nl: 'Voluit', en: 'Long form' },
  definition: { nl: 'Betekenis', en: 'Definition' },
  variants: {
    nl: 'Andere schrijfwijzen',
    en: 'Other spellings',
    hint: { nl: 'Hetzelfde woord, anders geschreven.', en: 'The same word, written differently.' },
  },
  synonyms: {
    nl: 'Ook wel',
    en: 'Synonyms',
    hint: {
      nl: 'Andere woorden voor hetzelfde. Zoeken vindt ze mee.',
      en: 'Other words for the same thing. Search finds them too.',
    },
  },
  broaderTerms: {
    nl: 'Hoort bij (ruimer begrip)',
    en: 'Broader terms',
    hint: { nl: 'Wie op het ruimere begrip zoekt, vindt dit ook.', en: 'Searching the broader term finds this too.' },
  },
  relatedTerms: { nl: 'Zie ook', en: 'See also' },
  successor: {
    nl: 'Heet nu',
    en: 'Now called',
    hint: {
      nl: 'Het woord dat dit heeft vervangen. Lezers zien het bij oude stukken.',
      en: 'The word that replaced this one. Readers see it in old documents.',
    },
  },
  successorFrom: { nl: 'Heet zo sinds', en: 'Called so since' },
  note: { nl: 'Toelichting', en: 'Note' },
  causes: {
    nl: 'Oorzaken van uitval',
    en: 'Causes of leaving',
    hint: { nl: 'Wat wilt u wegnemen of begrijpen?', en: 'What is to be removed or understood?' },
  },
  parts: {
    nl: 'Onderdelen',
    en: 'Parts',
    hint: { nl: 'Eén onderdeel per regel.', en: 'One part per line.' },
  },
  partsAnnounced: {
    nl: 'Aantal onderdelen volgens de bron',
    en: 'Number of parts according to the source',
    hint: {
      nl: 'Vul dit in als de bron een ander aantal noemt dan u kunt opschrijven.',
      en: 'Fill this in when the source names another number than you can list.',
    },
  },
  places: { nl: 'Plaatsen', en: 'Places' },
  financing: { nl: 'Betaald uit', en: 'Paid from' },
  monitored: {
    nl: 'De uitkomst wordt gevolgd',
    en: 'The outcome is monitored',
  },
  scenario: {
    nl: "Voorbehoud en scenario's",
    en: 'Reservations and scenarios',
    hint: { nl: 'Waar letten we op, wie doet dat en wanneer?', en: 'What do we watch, who does, and when?' },
  },
  readingGuide: {
    nl: 'Leeswijzer: wat en hoe',
    en: 'Reading guide: what and how',
    hint: { nl: 'Wat staat vast, en wat vullen de teams zelf in?', en: 'What is fixed, and what do teams decide?' },
  },
  annotationKind: { nl: 'Soort aantekening', en: 'Kind of annotation' },
  colour: { nl: 'Kleur', en: 'Colour' },
  comment: { nl: 'Opmerking', en: 'Comment' },
  resolved: { nl: 'Afgehandeld', en: 'Resolved' },
  author: { nl: 'Geschreven door', en: 'Written by' },
  anchor: { nl: 'Plaats in het document', en: 'Place in the document' },
} as const satisfies Record<FieldKey, FieldLabel>;

/** The headings of the parts of a form. */
export const sectionLabels = {
  about: { nl: 'Waar gaat het over', en: 'What it is about' },
  whom: { nl: 'Voor wie en waar', en: 'For whom and where' },
  who: { nl: 'Wie en waarmee', en: 'Who and with what' },
  when: { nl: 'Wanneer en hoe staat het ervoor', en: 'When and how it stands' },
  citation: { nl: 'Publicatie', en: 'Publication' },
  outcome: { nl: 'Wat het opleverde', en: 'What came of it' },
  upkeep: { nl: 'Bron en beheer', en: 'Source and upkeep' },
} as const satisfies Record<Section, Text>;
