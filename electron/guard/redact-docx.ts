import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { hidden } from '../../shared/guard/hidden';
import { isNotice } from '../../shared/guard/finding';
import { look } from './look';

/** Text parts: what readers see, and what they do not see at once: notes, headers, comments, tracked deletions. */
const textPart = /^word\/[^/]+\.xml$/;
/** Whole documents inside the document, and data that forms fill themselves from: nothing can be seen of them, so nothing is kept. */
const dropped = /^(?:word\/embeddings\/|customXml\/item)/;
const token =
  /<w:(?:t|delText)(?:\s[^>]*)?>([^<]*)<\/w:(?:t|delText)>|<w:(tab|br|cr)\b[^>]*\/>|<\/w:(p|tc|tr)>|<(\/?)w:tbl>/g;
const mostRounds = 4;

/** A Word file with blocks where findings are, everything else as it was. */
export async function redactDocx(bytes: Uint8Array): Promise<Uint8Array> {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (dropped.test(name)) parts[name] = new Uint8Array();
    else if (textPart.test(name) || name === 'docProps/core.xml')
      parts[name] = strToU8(await redactXml(strFromU8(part), name));
  }
  return zipSync(parts);
}

interface Node {
  /** Of the text between the tags, in the XML. */
  readonly from: number;
  readonly to: number;
  /** The same in the text that is looked through. */
  readonly start: number;
  readonly end: number;
}

async function redactXml(xml: string, name: string): Promise<string> {
  if (name === 'docProps/core.xml') return xml.replace(/(<(?:dc:creator|cp:lastModifiedBy)>)[^<]*/g, '$1');
  let result = xml;
  for (let round = 0; round < mostRounds; round += 1) {
    const { text, nodes } = readNodes(result);
    const findings = (await look([text])).filter((finding) => !isNotice(finding));
    if (findings.length === 0) break;
    let out = '';
    let at = 0;
    for (const { from, to, start, end } of nodes) {
      const inside = findings.flatMap(({ kind, hide }) => {
        const own = hide
          .filter((span) => span.start < end && span.end > start)
          .map((span) => ({ start: Math.max(0, span.start - start), end: Math.min(end, span.end) - start }));
        return own.length === 0 ? [] : [{ kind, hide: own }];
      });
      if (inside.length === 0) continue;
      out += result.slice(at, from) + encoded(hidden(text.slice(start, end), inside));
      at = to;
    }
    result = out + result.slice(at);
  }
  return result;
}

/** The text as the reader of Word files gives it: cells parted by tabs, rows and paragraphs by line ends. */
function readNodes(xml: string): { readonly text: string; readonly nodes: readonly Node[] } {
  const nodes: Node[] = [];
  let text = '';
  let tables = 0;
  for (const match of xml.matchAll(token)) {
    const [all, content, sign, end, table] = match;
    if (content !== undefined) {
      const words = decoded(content);
      const from = match.index + all.indexOf('>') + 1;
      nodes.push({ from, to: from + content.length, start: text.length, end: text.length + words.length });
      text += words;
    } else if (sign !== undefined) text += sign === 'tab' ? '\t' : '\n';
    else if (end === 'tc') text += '\t';
    else if (end === 'tr') text += '\n';
    else if (end === 'p') text += tables > 0 ? ' ' : '\n\n';
    else if (table !== undefined) {
      tables += table === '/' ? -1 : 1;
      text += '\n';
    }
  }
  return { text, nodes };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(xml: string): string {
  return xml.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? all;
      const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

export function encoded(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
