import { marked } from 'marked';

const fence = /^---\n([\s\S]*?)\n---\n/;

/**
 * A source: `key: value` lines between two `---`, then Markdown.
 * Gives its properties, the Markdown after them and the Markdown's block tokens.
 */
export function readSource(text) {
  const head = fence.exec(text);
  if (head === null) throw new Error('a source starts with its properties between two lines of ---');
  const properties = Object.fromEntries(
    head[1].split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = text.slice(head[0].length).trim();
  return { properties, body, blocks: marked.lexer(body).filter((token) => token.type !== 'space') };
}

const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** When a source says it was made (`14 februari 2024` or `Maart 2025`), as a Date in UTC; null when it does not say. */
export function dateOf({ date }) {
  const [, day, month, year] = /^(?:(\d+) )?([a-z]+) (\d{4})$/i.exec(date ?? '') ?? [];
  return year === undefined
    ? null
    : new Date(Date.UTC(Number(year), months.indexOf(month.toLowerCase()), Number(day ?? 1), 12));
}

export const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What a token says, without its marks. */
export function plainText(token) {
  return token.tokens === undefined ? (token.text ?? '') : token.tokens.map(plainText).join('');
}

/** The opening and closing of a flat OpenDocument file of one kind, around its styles and body. */
export function flatDocument(kind, properties, styles, body) {
  const { title, author, date } = properties;
  const created = dateOf(properties)?.toISOString().slice(0, 19);
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}"
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"
  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
  xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink">
<office:meta><dc:title>${escapeXml(title)}</dc:title><meta:initial-creator>${escapeXml(author ?? '')}</meta:initial-creator><dc:creator>${escapeXml(author ?? '')}</dc:creator><dc:subject>${escapeXml(date ?? '')}</dc:subject>${created ? `<meta:creation-date>${created}</meta:creation-date><dc:date>${created}</dc:date>` : ''}<dc:language>nl-NL</dc:language></office:meta>
${styles}
<office:body>${body}</office:body>
</office:document>
`;
}
