import canonicalize from 'canonicalize';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** RFC 8785 canonical JSON: equal values give equal text, so hashes and comparisons can be taken over it. */
export function canonicalJson(value: JsonValue): string {
  return canonicalize(value) as string;
}

export function sameJson(a: JsonValue, b: JsonValue): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
