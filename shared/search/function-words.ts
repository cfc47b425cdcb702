const words = new Set(
  'aan als bij daar dan dat de der deze die dit door een en er haar had heb hebben heeft hem het hij hoe hun ik in is je kan me men met mij mijn naar nog of om onze ook op over te ten ter tot u uit uw van voor waar waren was wat we wel werd wie wij wil worden wordt ze zich zij zijn zo zou'.split(
    ' ',
  ),
);

/** Words that say how the others hang together and are in nearly every text: beside other words they need not be found. */
export function isFunctionWord(folded: string): boolean {
  return words.has(folded);
}
