import { posix } from 'node:path';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { AppError } from '../../../shared/base/errors';
import { escapeHtml } from '../../documents/html-entities';
import { documentLimits, type DocumentContext } from '../../documents/limits';
import { mainPart, readRelationships } from '../../documents/office-parts';
import { openZip, type ZipParts } from '../../documents/zip';
import type { PageMarks } from './page-marks';

const kinds = ['default', 'first', 'even'] as const;
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ownId = 'rIdRaakvlakState';

/**
 * A copy of a Word document of any maker with the state as a line and a watermark in the header of every page: in each header that it has, and in a new
 * one where its first section has none. All else is as it was. Errors: `document-damaged`, `zip-bomb` and others of reading it.
 */
export function stampDocx(bytes: Uint8Array, marks: PageMarks, name: string): Uint8Array {
  const context: DocumentContext = { name, limits: documentLimits };
  const zip = openZip(bytes, context);
  const main = mainPart(zip, 'word/document.xml', context);
  const parts = new Map(zip.names.map((part) => [part, zip.read(part) ?? new Uint8Array()] as const));
  const headers = [...readRelationships(zip, main, context).values()].filter(({ type }) => type === 'header');
  for (const { target } of headers)
    edit(parts, target, (xml) => xml.replace(/<w:hdr\b[^>]*[^/]>/, (open) => `${open}${paragraph(marks)}`));
  const own = posix.join(posix.dirname(main), 'header-raakvlak.xml');
  parts.set(own, strToU8(`${declaration}<w:hdr xmlns:w="${word}">${paragraph(marks)}</w:hdr>`));
  edit(parts, main, withHeaders);
  edit(parts, relationsOf(main), (xml) =>
    xml.replace(/<\/Relationships>\s*$/, `${relation(own, main)}</Relationships>`),
  );
  edit(parts, '[Content_Types].xml', (xml) => xml.replace(/<\/Types>\s*$/, `${contentType(own)}</Types>`));
  checked(parts, zip, main, name);
  return zipSync(Object.fromEntries(parts), { mtime: '1980-01-01T12:00:00' });
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const relationsOf = (part: string): string => posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
const relation = (own: string, main: string): string =>
  `<Relationship Id="${ownId}" Type="${relations}/header" Target="${posix.relative(posix.dirname(main), own)}"/>`;
const contentType = (own: string): string =>
  `<Override PartName="/${own}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>`;

function edit(parts: Map<string, Uint8Array>, part: string, change: (xml: string) => string): void {
  const bytes = parts.get(part);
  if (bytes !== undefined) parts.set(part, strToU8(change(strFromU8(bytes))));
}

/** A document that we could not put our header into does not go out as if it had one. */
function checked(parts: ReadonlyMap<string, Uint8Array>, zip: ZipParts, main: string, name: string): void {
  const says = (part: string, words: string): boolean => strFromU8(parts.get(part) ?? new Uint8Array()).includes(words);
  const isWhole = zip.has(main) && says(relationsOf(main), ownId) && says('[Content_Types].xml', 'header-raakvlak');
  if (!isWhole || !/headerReference/.test(strFromU8(parts.get(main) ?? new Uint8Array())))
    throw new AppError('document-damaged', { name });
}

/** Later sections have the headers of the first one where they name none of their own (ECMA-376, 17.10.1). */
function withHeaders(xml: string): string {
  const found = /<w:sectPr\b[^>]*?(\/>|>)/.exec(xml);
  if (found === null) return xml.replace(/<\/w:body>/, `<w:sectPr>${references('')}</w:sectPr></w:body>`);
  const [open, end] = found;
  const from = found.index + open.length;
  if (end === '/>')
    return `${xml.slice(0, found.index)}${open.slice(0, -2)}>${references('')}</w:sectPr>${xml.slice(from)}`;
  const inside = xml.slice(from, xml.indexOf('</w:sectPr>', from));
  return `${xml.slice(0, from)}${references(inside)}${xml.slice(from)}`;
}

/** References to our header for the kinds of page that the section names no header for. */
function references(section: string): string {
  return kinds
    .filter((kind) => !new RegExp(`<w:headerReference\\b[^>]*w:type="${kind}"`).test(section))
    .map((kind) => `<w:headerReference xmlns:r="${relations}" w:type="${kind}" r:id="${ownId}"/>`)
    .join('');
}

/** The line in words, and the watermark as Word makes one: a shape in the header, turned, behind the text. */
function paragraph({ stateLine, watermark }: PageMarks): string {
  const shape = [
    'position:absolute;margin-left:0;margin-top:0;width:440pt;height:62pt;rotation:315;z-index:-251658752',
    'mso-position-horizontal:center;mso-position-horizontal-relative:margin',
    'mso-position-vertical:center;mso-position-vertical-relative:margin',
  ].join(';');
  const text = `<w:r><w:rPr><w:color w:val="566070"/><w:sz w:val="17"/></w:rPr><w:t xml:space="preserve">${escapeHtml(stateLine)}</w:t></w:r>`;
  const mark = `<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="RaakvlakWatermark" type="#_x0000_t136" style="${shape}" fillcolor="#c2c9d2" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:Calibri;font-size:1pt" string="${escapeHtml(watermark)}"/></v:shape></w:pict></w:r>`;
  return `<w:p xmlns:w="${word}">${text}${mark}</w:p>`;
}
