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
