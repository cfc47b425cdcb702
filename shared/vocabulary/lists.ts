/** Suggested values; a library may hold others. Texts: `vocabulary` in `shared/messages`. */
export const transitions = [
  'vo-mbo',
  'vso-mbo',
  'pro-mbo',
  'isk-mbo',
  'mbo-mbo',
  'wi-mbo',
  'kwetsbaar-vervolg',
  'mbo2-arbeid',
  'mbo-werk',
  'thuis-school',
  'thuis-werk',
  'bbl-bol',
  '18min-18plus',
] as const;

export const targetGroups = [
  'vo-leerlingen',
  'vso-leerlingen',
  'pro-leerlingen',
  'isk-leerlingen',
  'mbo-studenten',
  'entree-studenten',
  'oud-vsv-ers',
  'thuiszitters',
  'overbelaste-jongeren',
  'kwetsbare-jongeren',
  'nieuwkomers',
  'professionals',
  'ouders',
] as const;

export const projectPhases = ['onderzoek', 'werk', 'afgerond', 'gestopt'] as const;
export const documentStatuses = ['in-bewerking', 'ter-review', 'vastgesteld', 'gepubliceerd', 'vervallen'] as const;
export const organisationKinds = [
  'school',
  'gemeente',
  'rmc',
  'samenwerkingsverband',
  'jeugdhulp',
  'arbeidsmarkt',
  'onderzoek',
  'ministerie',
  'aanbieder',
  'overig',
] as const;
export const roles = [
  'rmc-coordinator',
  'leerplichtambtenaar',
  'pmg-lid',
  'programmaleider',
  'wethouder-onderwijs',
  'accountmanager-mbo',
  'decaan',
  'mentor',
  'overstapcoach',
  'doorstroomcoach',
  'verzuimcoach',
  'ambassadeur-vo-mbo',
  'consulent',
  'ervaringsdeskundige',
  'onderzoeker',
  'beleidsadviseur',
] as const;

export const causes = [
  'groenpluk',
  'verkeerde-keuze',
  'multiproblematiek',
  'geen-netwerk',
  'verzuim',
  'taal-rekenen',
  'impulsinschrijving',
  'arbeidsmarkt',
] as const;
export const measureStatuses = [
  'nieuw',
  'gecontinueerd',
  'verbreed',
  'geborgd',
  'doorontwikkeld',
  'onderzoeksidee',
  'gestopt',
] as const;
export const measureFinancing = ['programma', 'regulier', 'beide'] as const;
export const actionStatuses = ['gepland', 'loopt', 'gedaan', 'vervallen'] as const;
export const regionKinds = ['rmc', 'subregio', 'arbeidsmarktregio', 'land'] as const;
export const bodyTasks = ['opdrachtgever', 'bereidt-voor', 'beslist', 'voert-uit', 'adviseert'] as const;
export const enrolments = ['ingeschreven', 'niet-ingeschreven', 'beide'] as const;
export const instrumentKinds = [
  'software',
  'platform',
  'formulier',
  'protocol',
  'rol',
  'training',
  'netwerk',
  'methode',
] as const;
export const observationKinds = ['realisatie', 'verwachting', 'streefcijfer', 'landelijk'] as const;
export const observationStatuses = ['voorlopig', 'definitief'] as const;

/** The lists that coordinators extend with items of type `listValue`; transitions, target groups and causes have types of their own. */
export const extensibleLists = ['roles', 'status', 'measureStatus', 'organisationKind', 'instrumentKind'] as const;

/** What two items are to each other, by a person's word. */
export const verdicts = ['same', 'touches', 'complements', 'version', 'no'] as const;
/** What was asked: do they touch, or are they the same record twice? */
export const judgementAspects = ['overlap', 'duplicate'] as const;
