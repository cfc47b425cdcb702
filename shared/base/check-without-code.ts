/**
 * What zod's `config({ jitless: true })` sets, without loading zod: it then makes no code from text for its checks. In a window the policy of the page forbids that, and
 * reports each try; where a check runs once it takes longer than the check.
 */
export function makeNoCodeForChecks(): void {
  Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
}
