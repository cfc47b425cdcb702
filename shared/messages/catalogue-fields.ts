import type { FieldLabel } from './field-label';

/** The fields that only the policy, place and concept types have. */
export const catalogueFields = {
  statutoryTask: { nl: 'Wettelijke taak', en: 'Statutory task' },
  vision: { nl: 'Visie', en: 'Vision' },
  mission: {
    nl: 'Missie',
    en: 'Mission',
    hint: { nl: 'Eén of twee zinnen waar de regio voor staat.', en: 'One or two sentences the region stands for.' },
  },
  order: { nl: 'Volgorde', en: 'Order', hint: { nl: 'Het nummer in het plan.', en: 'The number in the plan.' } },
  principle: {
    nl: 'Uitgangspunt',
    en: 'Principle',
    hint: { nl: 'Waar houdt u zich aan bij dit speerpunt?', en: 'What do you hold on to with this focus point?' },
  },
  actionStatus: { nl: 'Stand van de actie', en: 'State of the action' },
  carriedOver: {
    nl: 'Meegenomen uit het vorige jaar',
    en: 'Carried over from the year before',
  },
  reach: {
    nl: 'Doelbereik',
    en: 'Reach',
    hint: {
      nl: 'Voor welke jongeren en overstappen is deze lijn?',
      en: 'For whom and which transitions is this line?',
    },
  },
  why: { nl: 'Waarom deze lijn', en: 'Why this line' },
  product: {
    nl: 'Product of opdracht',
    en: 'Product or assignment',
    hint: { nl: 'Wat ligt er als de lijn klaar is?', en: 'What is there when the line is done?' },
  },
  targetText: {
    nl: 'Streefdoel',
    en: 'Target',
    hint: {
      nl: 'Met getal en jaar. Zeg erbij of het van OCW, uit een convenant of van uzelf komt.',
      en: 'With number and year. Say whether it is from the ministry, a covenant or your own.',
    },
  },
  coordinator: {
    nl: 'Coördinator (rol)',
    en: 'Coordinator (role)',
    hint: { nl: 'Noem een functie, geen naam.', en: 'Name a role, not a person.' },
  },
  reportsTo: { nl: 'Rapporteert aan', en: 'Reports to' },
  amountPerYear: {
    nl: 'Bedrag per jaar (euro)',
    en: 'Amount per year (euro)',
    hint: { nl: 'Alleen het getal, zonder punten.', en: 'The number only, without separators.' },
  },
  funder: { nl: 'Geldgever', en: 'Funder' },
  interest: {
    nl: 'Aantal belangstellenden',
    en: 'Number interested',
    hint: { nl: 'Een aantal, geen namen.', en: 'A number, no names.' },
  },
  outcomes: { nl: 'Uitkomsten', en: 'Outcomes' },
  indicator: {
    nl: 'Wat er geteld is',
    en: 'What was counted',
    hint: {
      nl: "Gebruik voor hetzelfde steeds dezelfde woorden, zoals 'vsv-percentage'.",
      en: "Use the same words for the same thing, such as 'vsv-percentage'.",
    },
  },
  value: { nl: 'Waarde', en: 'Value' },
  unit: { nl: 'Eenheid', en: 'Unit', hint: { nl: "Bijvoorbeeld '%' of 'jongeren'.", en: "For example '%'." } },
  schoolYear: {
    nl: 'Schooljaar of jaar',
    en: 'School year or year',
    hint: { nl: "Bijvoorbeeld '2018-2019' of '2021'.", en: "For example '2018-2019' or '2021'." },
  },
  level: {
    nl: 'Niveau of deelgroep',
    en: 'Level or subgroup',
    hint: { nl: "Bijvoorbeeld 'mbo niveau 2'. Leeg is alles samen.", en: 'Empty means all together.' },
  },
  observationKind: { nl: 'Soort cijfer', en: 'Kind of figure' },
  observationStatus: { nl: 'Voorlopig of definitief', en: 'Provisional or final' },
  definitionVersion: {
    nl: 'Telwijze',
    en: 'Definition used',
    hint: {
      nl: 'De manier van tellen veranderde in 2012-2013, 2016-2017 en 2019-2020.',
      en: 'The way of counting changed in 2012-2013, 2016-2017 and 2019-2020.',
    },
  },
  placeInSource: { nl: 'Plaats in de bron', en: 'Place in the source' },
  regionKind: { nl: 'Soort regio', en: 'Kind of region' },
  regionNumber: { nl: 'Nummer', en: 'Number' },
  municipalities: { nl: 'Gemeenten', en: 'Municipalities' },
  contactMunicipality: { nl: 'Contactgemeente', en: 'Contact municipality' },
  contactSchool: { nl: 'Contactschool', en: 'Contact school' },
  attendanceContact: {
    nl: 'Contact leerplicht (rol)',
    en: 'School attendance contact (role)',
    hint: { nl: 'De vaste functie voor deze vestiging.', en: 'The fixed role for this site.' },
  },
  rmcContact: { nl: 'Contact RMC of Doorstroompunt (rol)', en: 'RMC or Doorstroompunt contact (role)' },
  bodyTask: { nl: 'Taak', en: 'Task' },
  mandate: {
    nl: 'Bevoegdheid',
    en: 'Mandate',
    hint: { nl: 'Waarover mag dit overleg beslissen?', en: 'What may this body decide on?' },
  },
  members: {
    nl: 'Leden (rollen)',
    en: 'Members (roles)',
    hint: { nl: 'Functies en organisaties, geen namen.', en: 'Roles and organisations, no names.' },
  },
  meetingsPerYear: { nl: 'Vergaderingen per jaar', en: 'Meetings per year' },
  standingItems: { nl: 'Vaste agendapunten', en: 'Standing items' },
  code: {
    nl: 'Waarde in lijsten',
    en: 'Value in lists',
    hint: {
      nl: 'Zo staat het in de velden van projecten en maatregelen.',
      en: 'As it stands in the fields of projects and measures.',
    },
  },
  origin: { nl: 'Van', en: 'From' },
  destination: { nl: 'Naar', en: 'To' },
  risks: { nl: "Risico's", en: 'Risks' },
  lead: {
    nl: 'Wie heeft wanneer de leiding',
    en: 'Who leads when',
    hint: { nl: 'Voor, tijdens en na de overstap.', en: 'Before, during and after the transition.' },
  },
  handover: { nl: 'Afspraken over de overdracht', en: 'Agreements on handing over' },
  ages: { nl: 'Leeftijd', en: 'Ages', hint: { nl: "Bijvoorbeeld '12-23'.", en: "For example '12-23'." } },
  schoolKinds: { nl: 'Soorten scholen', en: 'Kinds of school' },
  enrolment: { nl: 'Inschrijving', en: 'Enrolment' },
  vulnerability: { nl: 'Wat maakt deze groep kwetsbaar', en: 'What makes this group vulnerable' },
  signs: { nl: 'Hoe merkt u dit', en: 'How it shows' },
  instrumentKind: { nl: 'Soort instrument', en: 'Kind of instrument' },
  holdsPersonalData: {
    nl: 'Bevat persoonsgegevens',
    en: 'Holds personal data',
    hint: {
      nl: 'Dan komt alleen deze beschrijving in Raakvlak, nooit de inhoud.',
      en: 'Then only this description is in Raakvlak, never the content.',
    },
  },
  supplier: { nl: 'Aanbieder', en: 'Supplier' },
  officialName: { nl: 'Officiële naam', en: 'Official name' },
  list: { nl: 'Lijst', en: 'List' },
  consent: {
    nl: 'Deze persoon vindt het goed hier te staan',
    en: 'This person agrees to be listed',
  },
  validFrom: { nl: 'Geldig vanaf', en: 'Valid from' },
  validTo: { nl: 'Geldig tot en met', en: 'Valid until' },
  answer: { nl: 'Antwoord', en: 'Answer' },
} as const satisfies Readonly<Record<string, FieldLabel>>;
