/** A name as the Citation Style Language has it. */
export type CslName =
  | { readonly literal: string }
  | { readonly family: string; readonly given?: string; readonly 'non-dropping-particle'?: string };

const particle = /^(van|von|de|den|der|het|ten|ter|te|la|le|du|di|da|el|al|op|in|aan|bij|onder|voor|uit|'t|'s|’t|’s)$/i;
/** Words that people are not called by: with one of them a name is that of an organisation. */
const organisation =
  /\b(gemeenten?|ministerie|stichting|bureau|universiteit|university|hogeschool|college|school|raad|inspectie|instituut|institute|vereniging|centrum|centre|center|centraal|dienst|expertisecentrum|kenniscentrum|planbureau|rekenkamer|regio|rmc|roc|programmateam|werkgroep|projectgroep|samenwerkingsverband|groep|company|consult|consultancy|advies|b\.?v\.?|n\.?v\.?|oecd|unesco|commissie|autoriteit|rijksoverheid|platform|netwerk|fonds|academie|afdeling|team)\b/i;

/** `Vries, J. de`, `De Vries, J.`, `Jan de Vries` or the name of an organisation, taken apart. */
export function cslName(written: string): CslName {
  const name = written.replace(/\s+/g, ' ').trim();
  if (organisation.test(name) || !name.includes(' ')) return { literal: name };
  const comma = name.indexOf(',');
  return comma > 0 ? reversed(name.slice(0, comma), name.slice(comma + 1)) : straight(name.split(' '));
}

function reversed(front: string, back: string): CslName {
  const behind = back.trim().split(' ');
  const from = lastRun(behind);
  const trailing = behind.slice(from);
  const before = front.trim().split(' ');
  const leading = before.findIndex((word) => !particle.test(word));
  const particles = [...(leading > 0 ? before.slice(0, leading) : []), ...trailing];
  return named(behind.slice(0, from), particles, leading > 0 ? before.slice(leading) : before);
}

function straight(words: readonly string[]): CslName {
  const at = words.findIndex((word, index) => index > 0 && index < words.length - 1 && particle.test(word));
  if (at < 0) {
    const first = words.length > 2 && /^[A-Z]\.?$/.test(words[1] ?? '') ? 2 : 1;
    return named(words.slice(0, first), [], words.slice(first));
  }
  const rest = words.slice(at);
  const end = rest.findIndex((word) => !particle.test(word));
  return named(words.slice(0, at), rest.slice(0, end), rest.slice(end));
}

/** Where the particles at the end of a list of words begin. */
function lastRun(words: readonly string[]): number {
  let from = words.length;
  while (from > 1 && particle.test(words[from - 1] ?? '')) from -= 1;
  return from;
}

function named(given: readonly string[], particles: readonly string[], family: readonly string[]): CslName {
  return {
    family: family.join(' '),
    ...(given.join('') === '' ? {} : { given: given.join(' ') }),
    ...(particles.length === 0 ? {} : { 'non-dropping-particle': particles.join(' ').toLowerCase() }),
  };
}
