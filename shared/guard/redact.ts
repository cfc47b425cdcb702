import { findPersonalData } from './find-personal-data';
import { isNotice } from './finding';
import { hidden } from './hidden';

const mostRounds = 4;

/** The redacted text: looked through again until the guard finds nothing in it, because what is hidden may show what was behind it. */
export function redact(text: string): string {
  let result = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const findings = findPersonalData([result]).filter((finding) => !isNotice(finding));
    if (findings.length === 0) return result;
    result = hidden(result, findings);
  }
  return result;
}
