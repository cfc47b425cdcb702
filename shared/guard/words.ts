/** Words that rules share, as sources of regular expressions. */
export const pupilWord =
  '(?:oud-)?(?:leerlinge?|studente?|deelneemster|deelnemer|jongere|kandidaat|pupil|cliënt|client|zoon|dochter|kleinzoon|kleindochter|zusje|broertje|meisje|jongen|klasgenoot|schoolverlater|pleegkind|stagiaire?)';
export const familyWord =
  '(?:ouders?|moeder|vader|oma|opa|voogd|pleegouders?|familie|gezin|stiefvader|stiefmoeder|tante|oom)';

/** Somebody at work. Whoever is named with one of these is not a pupil. */
export const roleWord =
  '(?:[\\p{L}-]{0,30}(?:coach|coördinator|coordinator|leider|leidster|adviseur|directeur|bestuurder|onderzoeker|docent|docente|leraar|lerares|wethouder|burgemeester|rector|lector|hoogleraar|psycholoog|jeugdarts|arts|ambtenaar|medewerker|mentor|voorzitter|notulist|secretaris|projectlid|manager|consulent|begeleider|trainer|teamleider|decaan|auteur|redacteur|spreker|penvoerder|trekker|contactpersoon|aanspreekpunt|ambassadeur|minister|beleidsmaker|verpleegkundige|orthopedagoog|conrector|inspecteur|redactie))';

/** What is written about someone's work, not about someone's life. */
export const workWord =
  '(?:lezing|training(?:en)?|workshop|presentatie|presenteer\\p{L}*|onderzo[ec]\\p{L}*|auteurs?|schreef|geschreven|boek|artikel|leidt|leidde|adviseert|sprak over|spreekt over|vertelt over|redactie|congres|webinar|werkgroep|regiegroep|stuurgroep|projectgroep|project|programma|beleid|aanpak|notulen|verslag|aanwezig|convenant|copyright|opende|bezocht)';

/** Whether a word like this is within reach: before the place, or after it when `after` says so. */
export function hasNear(text: string, source: RegExp, start: number, end: number, before: number, after = 0): boolean {
  return source.test(text.slice(Math.max(0, start - before), end + after));
}

/** How far before `at` the last hit ends, or null. */
export function distanceBefore(text: string, source: RegExp, at: number, reach: number): number | null {
  const from = Math.max(0, at - reach);
  let last: number | null = null;
  for (const hit of text.slice(from, at).matchAll(source)) last = from + hit.index + hit[0].length;
  return last === null ? null : at - last;
}
