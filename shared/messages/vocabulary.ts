import type { appTypes } from '../model/app-types';
import type { FieldSpec } from '../model/field';
import type { RelationKind } from '../model/relation';
import type { itemTypes } from '../model/types';
import type { Language, Text } from './text';

type Spec =
  | (typeof itemTypes)[number]['fields'][number]
  | Extract<(typeof appTypes)[number], { name: 'annotation' }>['fields'][number];
type ChoiceSpec = Extract<Spec, { readonly choices: readonly string[] }>;

/** The key of every field that has a list of values. */
type ChoiceField = ChoiceSpec['key'];
/** The values of such a field. */
type ChoiceValue<Key extends ChoiceField> = Extract<ChoiceSpec, { readonly key: Key }>['choices'][number];

/** What each value of each list is called. A value without a name here does not compile. */
export const choiceLabels = {
  transitions: {
    'vo-mbo': { nl: 'vo → mbo', en: 'secondary → vocational (vo → mbo)' },
    'vso-mbo': { nl: 'vso → mbo', en: 'special secondary → vocational (vso → mbo)' },
    'pro-mbo': { nl: 'pro → mbo', en: 'practical education → vocational (pro → mbo)' },
    'isk-mbo': { nl: 'ISK → mbo', en: 'newcomer class → vocational (ISK → mbo)' },
    'mbo-mbo': { nl: 'mbo → mbo', en: 'vocational → vocational (mbo → mbo)' },
    'wi-mbo': { nl: 'Werk & Inkomen → mbo', en: 'Work & Income → vocational (mbo)' },
    'kwetsbaar-vervolg': {
      nl: 'pro, vso, Entree, bbl of vmbo-bb → vervolg, werk of zorg',
      en: 'pro, vso, Entree, bbl or vmbo-bb → education, work or care',
    },
    'mbo2-arbeid': { nl: 'uitval mbo niveau 2 → werk', en: 'leaving mbo level 2 → work' },
    'mbo-werk': { nl: 'mbo → werk', en: 'vocational → work (mbo → werk)' },
    'thuis-school': { nl: 'thuis → school', en: 'home → school' },
    'thuis-werk': { nl: 'thuis → werk', en: 'home → work' },
    'bbl-bol': { nl: 'BBL → BOL', en: 'work-based → school-based (BBL → BOL)' },
    '18min-18plus': { nl: '18- → 18+', en: 'under 18 → 18 and over' },
  },
  targetGroups: {
    'vo-leerlingen': { nl: 'Leerlingen in het vo', en: 'Pupils in secondary education (vo)' },
    'vso-leerlingen': { nl: 'Leerlingen in het vso', en: 'Pupils in special secondary education (vso)' },
    'pro-leerlingen': { nl: 'Leerlingen in het praktijkonderwijs', en: 'Pupils in practical education (pro)' },
    'isk-leerlingen': { nl: 'Leerlingen in de ISK', en: 'Pupils in newcomer classes (ISK)' },
    'mbo-studenten': { nl: 'Studenten in het mbo', en: 'Students in vocational education (mbo)' },
    'entree-studenten': { nl: 'Studenten in de Entree', en: 'Students in Entree (mbo level 1)' },
    'oud-vsv-ers': { nl: "Oud-vsv'ers", en: 'Former early school leavers' },
    thuiszitters: { nl: 'Thuiszitters', en: 'Young people out of school at home' },
    'overbelaste-jongeren': { nl: 'Overbelaste jongeren', en: 'Young people with many problems at once' },
    'kwetsbare-jongeren': { nl: 'Jongeren in een kwetsbare positie', en: 'Young people in a vulnerable position' },
    nieuwkomers: { nl: 'Nieuwkomers', en: 'Newcomers' },
    professionals: { nl: 'Professionals', en: 'Professionals' },
    ouders: { nl: 'Ouders', en: 'Parents' },
  },
  phase: {
    onderzoek: { nl: 'In onderzoek', en: 'Exploring' },
    werk: { nl: 'In uitvoering', en: 'Running' },
    afgerond: { nl: 'Afgerond', en: 'Finished' },
    gestopt: { nl: 'Gestopt', en: 'Stopped' },
  },
  status: {
    'in-bewerking': { nl: 'In bewerking', en: 'Being written' },
    'ter-review': { nl: 'Ter beoordeling', en: 'Under review' },
    vastgesteld: { nl: 'Vastgesteld', en: 'Adopted' },
    gepubliceerd: { nl: 'Gepubliceerd', en: 'Published' },
    vervallen: { nl: 'Vervallen', en: 'Withdrawn' },
  },
  citationStyle: {
    apa: { nl: 'APA (auteur en jaar)', en: 'APA (author and year)' },
    vancouver: { nl: 'Vancouver (nummers)', en: 'Vancouver (numbers)' },
  },
  measureStatus: {
    nieuw: { nl: 'Nieuw', en: 'New' },
    gecontinueerd: { nl: 'Voortgezet', en: 'Continued' },
    verbreed: { nl: 'Verbreed', en: 'Widened' },
    geborgd: { nl: 'Opgenomen in regulier werk', en: 'Part of regular work' },
    doorontwikkeld: { nl: 'Verder ontwikkeld', en: 'Developed further' },
    onderzoeksidee: { nl: 'Idee voor onderzoek', en: 'Idea for research' },
    gestopt: { nl: 'Gestopt', en: 'Stopped' },
  },
  organisationKind: {
    school: { nl: 'School', en: 'School' },
    gemeente: { nl: 'Gemeente', en: 'Municipality' },
    rmc: { nl: 'RMC of Doorstroompunt', en: 'RMC or Doorstroompunt (regional office)' },
    samenwerkingsverband: { nl: 'Samenwerkingsverband', en: 'Partnership' },
    jeugdhulp: { nl: 'Jeugdhulp en zorg', en: 'Youth care' },
    arbeidsmarkt: { nl: 'Werk en arbeidsmarkt', en: 'Work and labour market' },
    onderzoek: { nl: 'Onderzoeksinstelling', en: 'Research institute' },
    ministerie: { nl: 'Ministerie of rijksdienst', en: 'Ministry or national agency' },
    aanbieder: { nl: 'Aanbieder', en: 'Supplier' },
    overig: { nl: 'Overig', en: 'Other' },
  },
  roles: {
    'rmc-coordinator': { nl: 'RMC-coördinator', en: 'RMC coordinator' },
    leerplichtambtenaar: { nl: 'Leerplichtambtenaar', en: 'School attendance officer' },
    'pmg-lid': { nl: 'PMG-lid', en: 'Member of the programme management group' },
    programmaleider: { nl: 'Programmaleider', en: 'Programme leader' },
    'wethouder-onderwijs': { nl: 'Wethouder onderwijs', en: 'Alderman for education' },
    'accountmanager-mbo': { nl: 'Accountmanager mbo (OCW)', en: 'Account manager mbo (ministry)' },
    decaan: { nl: 'Decaan', en: 'Careers adviser' },
    mentor: { nl: 'Mentor', en: 'Mentor' },
    overstapcoach: { nl: 'Overstapcoach', en: 'Transition coach' },
    doorstroomcoach: { nl: 'Doorstroomcoach', en: 'Progression coach' },
    verzuimcoach: { nl: 'Verzuimcoach', en: 'Absence coach' },
    'ambassadeur-vo-mbo': { nl: 'Ambassadeur vo-mbo', en: 'Ambassador vo-mbo' },
    consulent: { nl: 'Consulent', en: 'Consultant' },
    ervaringsdeskundige: { nl: 'Ervaringsdeskundige', en: 'Expert by experience' },
    onderzoeker: { nl: 'Onderzoeker', en: 'Researcher' },
    beleidsadviseur: { nl: 'Beleidsadviseur', en: 'Policy adviser' },
  },
  causes: {
    groenpluk: { nl: 'Groenpluk: werk zonder diploma', en: 'Hired before graduating' },
    'verkeerde-keuze': { nl: 'Verkeerde keuze of wisselen', en: 'Wrong choice or switching' },
    multiproblematiek: { nl: 'Problemen op meer gebieden', en: 'Problems in several areas' },
    'geen-netwerk': { nl: 'Geen netwerk om op terug te vallen', en: 'No network to fall back on' },
    verzuim: { nl: 'Verzuim en ziekteverzuim', en: 'Absence and sick leave' },
    'taal-rekenen': { nl: 'Achterstand in taal of rekenen', en: 'Behind in language or arithmetic' },
    impulsinschrijving: { nl: 'Inschrijving op een impuls', en: 'Enrolment on impulse' },
    arbeidsmarkt: { nl: 'Schommelende arbeidsmarkt', en: 'Swings of the labour market' },
  },
  financing: {
    programma: { nl: 'Uit het programma', en: 'From the programme' },
    regulier: { nl: 'Uit regulier werk', en: 'From regular work' },
    beide: { nl: 'Uit beide', en: 'From both' },
  },
  actionStatus: {
    gepland: { nl: 'Gepland', en: 'Planned' },
    loopt: { nl: 'Loopt', en: 'Running' },
    gedaan: { nl: 'Gedaan', en: 'Done' },
    vervallen: { nl: 'Vervallen', en: 'Dropped' },
  },
  regionKind: {
    rmc: { nl: 'RMC-regio of Doorstroomregio', en: 'RMC or Doorstroom region' },
    subregio: { nl: 'Subregio', en: 'Subregion' },
    arbeidsmarktregio: { nl: 'Arbeidsmarktregio', en: 'Labour-market region' },
    land: { nl: 'Hele land', en: 'Whole country' },
  },
  bodyTask: {
    opdrachtgever: { nl: 'Geeft de opdracht', en: 'Commissions' },
    'bereidt-voor': { nl: 'Bereidt besluiten voor', en: 'Prepares decisions' },
    beslist: { nl: 'Beslist', en: 'Decides' },
    'voert-uit': { nl: 'Voert uit', en: 'Carries out' },
    adviseert: { nl: 'Adviseert', en: 'Advises' },
  },
  enrolment: {
    ingeschreven: { nl: 'Ingeschreven op een school', en: 'Enrolled at a school' },
    'niet-ingeschreven': { nl: 'Nergens ingeschreven', en: 'Not enrolled' },
    beide: { nl: 'Beide', en: 'Both' },
  },
  instrumentKind: {
    software: { nl: 'Software', en: 'Software' },
    platform: { nl: 'Website of platform', en: 'Website or platform' },
    formulier: { nl: 'Formulier', en: 'Form' },
    protocol: { nl: 'Protocol of afspraak', en: 'Protocol or agreement' },
    rol: { nl: 'Rol of coach', en: 'Role or coach' },
    training: { nl: 'Training', en: 'Training' },
    netwerk: { nl: 'Netwerk of overleg', en: 'Network or consultation' },
    methode: { nl: 'Methode', en: 'Method' },
  },
  observationKind: {
    realisatie: { nl: 'Gemeten', en: 'Measured' },
    verwachting: { nl: 'Verwacht', en: 'Expected' },
    streefcijfer: { nl: 'Streefcijfer', en: 'Target' },
    landelijk: { nl: 'Landelijk cijfer', en: 'National figure' },
  },
  observationStatus: {
    voorlopig: { nl: 'Voorlopig', en: 'Provisional' },
    definitief: { nl: 'Definitief', en: 'Final' },
  },
  list: {
    roles: { nl: 'Rollen', en: 'Roles' },
    status: { nl: 'Status van documenten', en: 'Status of documents' },
    measureStatus: { nl: 'Stand van maatregelen', en: 'State of measures' },
    organisationKind: { nl: 'Soorten organisaties', en: 'Kinds of organisation' },
    instrumentKind: { nl: 'Soorten instrumenten', en: 'Kinds of instrument' },
  },
  annotationKind: {
    highlight: { nl: 'Markering', en: 'Highlight' },
    underline: { nl: 'Onderstreping', en: 'Underline' },
    strike: { nl: 'Doorhaling', en: 'Strikethrough' },
    note: { nl: 'Kanttekening', en: 'Margin note' },
    area: { nl: 'Vlak', en: 'Area' },
    page: { nl: 'Notitie bij de bladzijde', en: 'Page note' },
    reply: { nl: 'Antwoord', en: 'Reply' },
  },
  colour: {
    yellow: { nl: 'Geel', en: 'Yellow' },
    green: { nl: 'Groen', en: 'Green' },
    blue: { nl: 'Blauw', en: 'Blue' },
    pink: { nl: 'Roze', en: 'Pink' },
    purple: { nl: 'Paars', en: 'Purple' },
  },
} as const satisfies { [Key in ChoiceField]: Record<ChoiceValue<Key>, Text> };

/** How a relation reads: from the item that keeps it, and from the item it points at. */
export interface RelationLabel {
  readonly forward: Text;
  readonly backward: Text;
}

export const relationLabels = {
  partOf: { forward: { nl: 'Is onderdeel van', en: 'Is part of' }, backward: { nl: 'Bestaat uit', en: 'Consists of' } },
  inCollection: {
    forward: { nl: 'Zit in verzameling', en: 'Is in collection' },
    backward: { nl: 'Bevat', en: 'Contains' },
  },
  about: { forward: { nl: 'Gaat over', en: 'Is about' }, backward: { nl: 'Komt aan bod in', en: 'Is covered by' } },
  carriedOutBy: {
    forward: { nl: 'Wordt uitgevoerd door', en: 'Is carried out by' },
    backward: { nl: 'Voert uit', en: 'Carries out' },
  },
  uses: { forward: { nl: 'Gebruikt', en: 'Uses' }, backward: { nl: 'Wordt gebruikt door', en: 'Is used by' } },
  follows: { forward: { nl: 'Volgt op', en: 'Follows' }, backward: { nl: 'Wordt gevolgd door', en: 'Is followed by' } },
  supports: {
    forward: { nl: 'Onderbouwt', en: 'Supports' },
    backward: { nl: 'Wordt onderbouwd door', en: 'Is supported by' },
  },
  recommends: {
    forward: { nl: 'Beveelt aan', en: 'Recommends' },
    backward: { nl: 'Wordt aanbevolen door', en: 'Is recommended by' },
  },
  basedOn: {
    forward: { nl: 'Is gebaseerd op', en: 'Is based on' },
    backward: { nl: 'Is het voorbeeld voor', en: 'Is the model for' },
  },
  newVersionOf: {
    forward: { nl: 'Is een nieuwe versie van', en: 'Is a new version of' },
    backward: { nl: 'Heeft als nieuwe versie', en: 'Has as new version' },
  },
  replaces: {
    forward: { nl: 'Vervangt', en: 'Replaces' },
    backward: { nl: 'Is vervangen door', en: 'Is replaced by' },
  },
  worksAt: { forward: { nl: 'Werkt bij', en: 'Works at' }, backward: { nl: 'Medewerkers', en: 'Staff' } },
  documentOf: {
    forward: { nl: 'Is een document van', en: 'Is a document of' },
    backward: { nl: 'Documenten', en: 'Documents' },
  },
  contactOf: {
    forward: { nl: 'Is contactpersoon van', en: 'Is the contact for' },
    backward: { nl: 'Contactpersoon', en: 'Contact' },
  },
  aimsAt: {
    forward: { nl: 'Richt zich op', en: 'Aims at' },
    backward: { nl: 'Krijgt aandacht van', en: 'Is aimed at by' },
  },
  addresses: {
    forward: { nl: 'Pakt aan', en: 'Addresses' },
    backward: { nl: 'Wordt aangepakt door', en: 'Is addressed by' },
  },
  fundedBy: {
    forward: { nl: 'Wordt betaald uit', en: 'Is funded by' },
    backward: { nl: 'Betaalt', en: 'Funds' },
  },
  decidesOn: {
    forward: { nl: 'Beslist over', en: 'Decides on' },
    backward: { nl: 'Wordt besloten door', en: 'Is decided by' },
  },
  memberOf: {
    forward: { nl: 'Heeft zitting in', en: 'Sits on' },
    backward: { nl: 'Leden', en: 'Members' },
  },
  discussedIn: {
    forward: { nl: 'Is besproken in', en: 'Was discussed in' },
    backward: { nl: 'Besprak', en: 'Discussed' },
  },
  knowsAbout: {
    forward: { nl: 'Weet van', en: 'Knows about' },
    backward: { nl: 'Wie weet hiervan', en: 'Who knows about this' },
  },
  derivedFrom: {
    forward: { nl: 'Komt uit', en: 'Comes from' },
    backward: { nl: 'Is de bron van', en: 'Is the source of' },
  },
  nextTo: {
    forward: { nl: 'Grenst aan', en: 'Borders on' },
    backward: { nl: 'Grenst aan', en: 'Borders on' },
  },
  mergedFrom: {
    forward: { nl: 'Is samengevoegd uit', en: 'Was merged from' },
    backward: { nl: 'Is opgegaan in', en: 'Was merged into' },
  },
  related: {
    forward: { nl: 'Hangt samen met', en: 'Is related to' },
    backward: { nl: 'Hangt samen met', en: 'Is related to' },
  },
  annotates: {
    forward: { nl: 'Aantekening bij', en: 'Annotation of' },
    backward: { nl: 'Aantekeningen', en: 'Annotations' },
  },
  repliesTo: {
    forward: { nl: 'Antwoord op', en: 'Reply to' },
    backward: { nl: 'Antwoorden', en: 'Replies' },
  },
} as const satisfies Record<RelationKind, RelationLabel>;

/** What the languages of documents are called, by the first part of their code (ISO 639-1). */
const languageLabels = {
  nl: { nl: 'Nederlands', en: 'Dutch' },
  en: { nl: 'Engels', en: 'English' },
  de: { nl: 'Duits', en: 'German' },
  fr: { nl: 'Frans', en: 'French' },
  fy: { nl: 'Fries', en: 'Frisian' },
  es: { nl: 'Spaans', en: 'Spanish' },
  ar: { nl: 'Arabisch', en: 'Arabic' },
  tr: { nl: 'Turks', en: 'Turkish' },
  pl: { nl: 'Pools', en: 'Polish' },
  uk: { nl: 'Oekraïens', en: 'Ukrainian' },
} as const satisfies Record<string, Text>;

/** What kinds of files are called; the others by their letters: PDF, DOCX. */
const fileKindLabels = {
  markdown: { nl: 'Markdown', en: 'Markdown' },
  text: { nl: 'Tekst', en: 'Text' },
  other: { nl: 'Ander bestand', en: 'Other file' },
} as const satisfies Record<string, Text>;

/**
 * The text of a value of `field`. A value the lists do not know, which a library may hold,
 * is given back as it is written.
 */
export function choiceLabel(field: FieldSpec['key'], value: string, language: Language): string {
  const labels: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
    ...choiceLabels,
    language: languageLabels,
    fileKind: fileKindLabels,
  };
  return labels[field]?.[value]?.[language] ?? (field === 'fileKind' ? value.toUpperCase() : value);
}
