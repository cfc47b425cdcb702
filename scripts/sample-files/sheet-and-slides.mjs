import { escapeXml, flatDocument, plainText } from './source.mjs';

const number = /^-?\d+([.,]\d+)?$/;

function cell(token, style) {
  const text = plainText(token);
  const value = number.test(text)
    ? `office:value-type="float" office:value="${text.replace(',', '.')}"`
    : 'office:value-type="string"';
  return `<table:table-cell table:style-name="${style}" ${value}><text:p>${escapeXml(text)}</text:p></table:table-cell>`;
}

/** A flat spreadsheet (.fods): one sheet for each heading with the table under it. */
export function sheetDocument({ properties, blocks }) {
  const sheets = blocks.flatMap((token, i) =>
    token.type === 'table' ? [{ name: plainText(blocks[i - 1]), table: token }] : [],
  );
  const styles = `<office:automatic-styles>
<style:style style:name="First" style:family="table-column"><style:table-column-properties style:column-width="7.5cm"/></style:style>
<style:style style:name="Other" style:family="table-column"><style:table-column-properties style:column-width="1.9cm"/></style:style>
<style:style style:name="Wide" style:family="table-column"><style:table-column-properties style:column-width="15cm"/></style:style>
<style:style style:name="Head" style:family="table-cell"><style:table-cell-properties fo:background-color="#0f6b69"/><style:text-properties fo:font-weight="bold" fo:color="#ffffff"/></style:style>
<style:style style:name="Body" style:family="table-cell"/>
</office:automatic-styles>`;
  const body = sheets
    .map(
      ({ name, table }) =>
        `<table:table table:name="${escapeXml(name)}"><table:table-column table:style-name="First"/>${table.header
          .slice(1)
          .map(() => `<table:table-column table:style-name="${table.header.length === 2 ? 'Wide' : 'Other'}"/>`)
          .join('')}${[table.header, ...table.rows]
          .map(
            (cells, i) =>
              `<table:table-row>${cells.map((token) => cell(token, i === 0 ? 'Head' : 'Body')).join('')}</table:table-row>`,
          )
          .join('')}</table:table>`,
    )
    .join('');
  return flatDocument('spreadsheet', properties, styles, `<office:spreadsheet>${body}</office:spreadsheet>`);
}

const box = (kind, style, y, height, content) =>
  `<draw:frame presentation:class="${kind}" presentation:style-name="${style}" draw:layer="layout" svg:x="2cm" svg:y="${y}cm" svg:width="24cm" svg:height="${height}cm"><draw:text-box>${content}</draw:text-box></draw:frame>`;
const line = (style, text) => `<text:p text:style-name="${style}">${escapeXml(text)}</text:p>`;

/** A flat presentation (.fodp): a title slide, then one slide for each heading with the list under it. */
export function slideDocument({ properties, blocks }) {
  const text = (name, size, extra) =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.35cm"/><style:text-properties fo:font-size="${size}pt" fo:language="nl" fo:country="NL" style:font-name="Calibri" fo:font-family="Calibri" ${extra}/></style:style>`;
  const styles = `<office:automatic-styles>
<style:page-layout style:name="Slide"><style:page-layout-properties fo:page-width="28cm" fo:page-height="15.75cm" style:print-orientation="landscape" fo:margin-top="0cm" fo:margin-bottom="0cm" fo:margin-left="0cm" fo:margin-right="0cm"/></style:page-layout>
<style:style style:name="Bare" style:family="presentation"><style:graphic-properties draw:stroke="none" draw:fill="none" draw:textarea-vertical-align="top"/></style:style>
<style:style style:name="Page" style:family="drawing-page"><style:drawing-page-properties draw:fill="solid" draw:fill-color="#ffffff" presentation:display-footer="false"/></style:style>
${text('Big', 44, 'fo:font-weight="bold" fo:color="#0f6b69"')}${text('Heading', 32, 'fo:font-weight="bold" fo:color="#0f6b69"')}${text('Point', 22, 'fo:color="#222222"')}${text('Small', 18, 'fo:color="#444444"')}
<text:list-style style:name="Points"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:space-before="0cm" text:min-label-width="0.9cm"/></text:list-level-style-bullet></text:list-style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Plain" style:page-layout-name="Slide" draw:style-name="Page"/></office:master-styles>`;
  const first =
    box('title', 'Bare', 4, 2.5, line('Big', properties.title)) +
    box(
      'subtitle',
      'Bare',
      7,
      4,
      [properties.subtitle, properties.author, properties.date].map((value) => line('Small', value)).join(''),
    );
  const slides = blocks.flatMap((token, i) =>
    token.type === 'list'
      ? [
          box('title', 'Bare', 1.5, 2.2, line('Heading', plainText(blocks[i - 1]))) +
            box(
              'outline',
              'Bare',
              4.3,
              10,
              `<text:list text:style-name="Points">${token.items.map((item) => `<text:list-item>${line('Point', plainText(item))}</text:list-item>`).join('')}</text:list>`,
            ),
        ]
      : [],
  );
  const page = (content, i) =>
    `<draw:page draw:name="Dia ${i + 1}" draw:style-name="Page" draw:master-page-name="Plain">${content}</draw:page>`;
  return flatDocument(
    'presentation',
    properties,
    styles,
    `<office:presentation>${[first, ...slides].map(page).join('')}</office:presentation>`,
  );
}
