import { facets, type Facet } from '../../shared/model/insight';

/**
 * How much each facet says, together 1. Facets that people choose from lists say more than words alone: on the pairs that coordinators
 * made by hand, text alone put 4 of 7 first. Where, and with whom, says little: the point is to find neighbours one does not know.
 */
export const facetWeights: Readonly<Record<Facet, number>> = {
  concept: 0.26,
  text: 0.26,
  transition: 0.13,
  targetGroup: 0.1,
  instrument: 0.1,
  cause: 0.06,
  line: 0.03,
  party: 0.03,
  region: 0.03,
};

/** Below this two items do not touch. */
export const least = 0.12;
/** Below this two items are shown with each other, but not put before a coordinator: they share a value of a list and little more. */
export const leastProposed = 0.17;
/** A study on a subject touches the work on it, but less than other work does: it is found through the subject as well. */
export const otherKindShare = 0.85;
/**
 * What continues a project probably touches what that project touched, less for each step back: two items go up by half of how much more
 * what they continue touches than they do themselves.
 */
export const stepBackShare = 0.95;
export const lineageShare = 0.5;
/** What has been followed up matters less than what follows it. */
export const followedShare = 0.9;
/** A facet that one of the two lacks is no sign against them, but no proof either: it counts for half in what could be reached. */
const lackingShare = 0.5;
/** At least this much of the score must come from what the items do; the same people in the same place is not yet the same subject. */
const leastSubstance = 0.05;

const weights = facets.map((facet) => facetWeights[facet]);
const isContext = facets.map((facet) => facet === 'party' || facet === 'region' || facet === 'targetGroup');
/** Texts on one subject have a cosine of 0.1 to 0.3 where lists have 0.5 to 1; the root brings both to one scale. */
const isText = facets.map((facet) => facet === 'text' || facet === 'concept');

/** How far a cosine in a facet counts, 0 to 1. */
export function partOf(facet: number, cosine: number): number {
  return isText[facet] === true ? Math.sqrt(cosine * Math.sqrt(cosine)) : cosine;
}

/**
 * From the cosine in each facet (0 to 1, at `from` in `sims`) and a bit for each facet that an item has; 0 when what they share is context
 * only.
 */
export function scoreOf(sims: Float64Array, from: number, hasA: number, hasB: number): number {
  let sum = 0;
  let reachable = 0;
  let substance = 0;
  for (let facet = 0; facet < weights.length; facet += 1) {
    const weight = weights[facet] as number;
    const cosine = sims[from + facet] as number;
    if (cosine > 0) {
      const part = weight * partOf(facet, cosine);
      sum += part;
      if (isContext[facet] !== true) substance += part;
    }
    reachable += (hasA & hasB & (1 << facet)) !== 0 ? weight : weight * lackingShare;
  }
  return substance / reachable < leastSubstance ? 0 : sum / reachable;
}
