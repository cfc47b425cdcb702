const deepestNesting = 64;
const [quote, backslash, brace, closingBrace, bracket, closingBracket] = [34, 92, 123, 125, 91, 93];

/** Parses JSON from anybody. Throws, before parsing, when it nests deeper than 64: what walks the result afterwards can lean on that. */
export function parseBoundedJson(text: string): unknown {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === backslash) i += 1;
      else if (code === quote) inString = false;
    } else if (code === quote) inString = true;
    else if (code === brace || code === bracket) {
      depth += 1;
      if (depth > deepestNesting) throw new RangeError('JSON nests too deep');
    } else if (code === closingBrace || code === closingBracket) depth -= 1;
  }
  return JSON.parse(text) as unknown;
}
