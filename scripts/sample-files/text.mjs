import { escapeXml, flatDocument, plainText } from './source.mjs';

const colour = '#0f6b69';

const paragraph = (name, parent, para, text) =>
  `<style:style style:name="${name}" style:family="paragraph"${
    parent ? ` style:parent-style-name="${parent}"` : ''
  }><style:paragraph-properties ${para}/><style:text-properties ${text}/></style:style>`;

/** Styles for the three layouts: `report` (title page, contents, chapters on a new page), `plain` and `columns`. */
function styles({ title, layout }) {
  const report = layout === 'report';
  const columns = layout === 'columns';
  const chapter = report
    ? 'fo:break-before="page" fo:margin-bottom="0.45cm"'
    : 'fo:margin-top="0.55cm" fo:margin-bottom="0.2cm"';
  const size = columns ? '10pt' : '11.5pt';
  const body = columns
    ? 'fo:text-align="justify" fo:margin-bottom="0.2cm" fo:line-height="125%" fo:orphans="2" fo:widows="2"'
    : 'fo:margin-bottom="0.25cm" fo:line-height="135%" fo:orphans="2" fo:widows="2"';
  return `<office:font-face-decls><style:font-face style:name="Calibri" svg:font-family="Calibri" style:font-family-generic="swiss"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="Calibri" fo:font-size="${size}" fo:language="nl" fo:country="NL"/></style:default-style>
${paragraph('Standard', '', '', '')}
${paragraph('Text_20_body', 'Standard', body, `fo:hyphenate="${columns}" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="3"`).replace('style:name="Text_20_body"', 'style:name="Text_20_body" style:display-name="Text body"')}
${paragraph('Title', 'Standard', `fo:margin-top="${report ? '7cm' : '0cm'}" fo:margin-bottom="0.2cm"`, `fo:font-size="${report ? '34pt' : '24pt'}" fo:font-weight="bold" fo:color="${colour}"`)}
${paragraph('Subtitle', 'Standard', 'fo:margin-bottom="0.5cm"', `fo:font-size="${report ? '16pt' : '13pt'}" fo:color="#444444"`)}
${paragraph('Imprint', 'Standard', 'fo:margin-bottom="0.1cm"', 'fo:font-size="11pt" fo:color="#444444"')}
${[1, 2, 3]
  .map((level) =>
    paragraph(
      `Heading_20_${level}`,
      'Standard',
      `${level === 1 ? chapter : 'fo:margin-top="0.5cm" fo:margin-bottom="0.15cm"'} fo:keep-with-next="always"`,
      `fo:font-size="${[columns ? 13 : report ? 20 : 16, columns ? 11 : 13.5, 12][level - 1]}pt" fo:font-weight="bold" fo:color="${colour}"`,
    ).replace(
      `style:name="Heading_20_${level}"`,
      `style:name="Heading_20_${level}" style:display-name="Heading ${level}" style:default-outline-level="${level}"`,
    ),
  )
  .join('\n')}
${paragraph('Contents', 'Standard', 'fo:margin-bottom="0.12cm"', '').replace('<style:paragraph-properties fo:margin-bottom="0.12cm"/>', '<style:paragraph-properties fo:margin-bottom="0.12cm"><style:tab-stops><style:tab-stop style:position="16cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties>')}
${paragraph('Contents_20_heading', 'Standard', 'fo:break-before="page" fo:margin-bottom="0.5cm"', `fo:font-size="20pt" fo:font-weight="bold" fo:color="${colour}"`)}
${paragraph('Quotations', 'Text_20_body', `fo:margin-left="0.6cm" fo:margin-right="0.6cm" fo:padding-left="0.35cm" fo:border-left="2.5pt solid ${colour}" fo:keep-with-next="always"`, 'fo:color="#333333"')}
${paragraph('Cell', 'Standard', '', `fo:font-size="${columns ? '9pt' : '10.5pt'}"`)}
${paragraph('Cell_20_heading', 'Cell', '', 'fo:font-weight="bold" fo:color="#ffffff"')}
${paragraph('After_20_table', 'Standard', 'fo:margin-bottom="0.25cm"', 'fo:font-size="4pt"')}
${paragraph('Footer', 'Standard', 'fo:text-align="center"', 'fo:font-size="9pt" fo:color="#666666"')}
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Italic" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
${['bullet', 'number']
  .map(
    (kind) =>
      `<text:list-style style:name="${kind}">${
        kind === 'bullet'
          ? '<text:list-level-style-bullet text:level="1" text:bullet-char="•">'
          : '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">'
      }<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="0.8cm"/></style:list-level-properties></text:list-level-style-${kind}></text:list-style>`,
  )
  .join('\n')}
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="2.3cm" fo:margin-bottom="1.6cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:footer-style><style:header-footer-properties fo:margin-top="0.6cm" fo:min-height="0.8cm"/></style:footer-style></style:page-layout>
<style:page-layout style:name="Cover"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="2.3cm" fo:margin-bottom="2.3cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/></style:page-layout>
${paragraph('First', 'Title', '', '').replace('style:family="paragraph"', `style:family="paragraph" style:master-page-name="${report ? 'Cover' : 'Standard'}"`)}
<style:style style:name="Columns" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="2" fo:column-gap="0.8cm"/></style:section-properties></style:style>
<style:style style:name="Table" style:family="table"><style:table-properties table:align="margins" style:may-break-between-rows="false" fo:margin-top="0.15cm"/></style:style>
<style:style style:name="Head" style:family="table-cell"><style:table-cell-properties fo:background-color="${colour}" fo:padding="0.13cm"/></style:style>
<style:style style:name="Body" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.5pt solid #b8c4c4" fo:padding="0.13cm"/></style:style>
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer><text:p text:style-name="Footer">${escapeXml(title)} · <text:page-number/></text:p></style:footer></style:master-page>
<style:master-page style:name="Cover" style:page-layout-name="Cover" style:next-style-name="Standard"/>
</office:master-styles>`;
}

const inline = (tokens) =>
  tokens
    .map((token) => {
      if (token.type === 'strong') return `<text:span text:style-name="Bold">${inline(token.tokens)}</text:span>`;
      if (token.type === 'em') return `<text:span text:style-name="Italic">${inline(token.tokens)}</text:span>`;
      return token.tokens ? inline(token.tokens) : escapeXml(token.text);
    })
    .join('');

/** Shares of the width, in percent: by the longest text of each column, within reason. */
function columnWidths(table) {
  const longest = table.header.map((_, i) =>
    Math.max(...[table.header, ...table.rows].map((row) => plainText(row[i]).length)),
  );
  const weights = longest.map((length) => Math.min(Math.max(length + 4, 10), 34));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (weight / total) * 100);
}

function block(token, state) {
  const para = (style, content) => `<text:p text:style-name="${style}">${content}</text:p>`;
  switch (token.type) {
    case 'heading': {
      const id = `h${state.headings.length}`;
      state.headings.push({ id, level: token.depth, text: plainText(token) });
      return `<text:h text:style-name="Heading_20_${token.depth}" text:outline-level="${token.depth}"><text:bookmark-start text:name="${id}"/>${inline(token.tokens)}<text:bookmark-end text:name="${id}"/></text:h>`;
    }
    case 'paragraph':
      return para(state.paragraph, inline(token.tokens));
    case 'blockquote':
      return token.tokens
        .filter((inner) => inner.type !== 'space')
        .map((inner) => block(inner, { ...state, paragraph: 'Quotations' }))
        .join('');
    case 'list':
      return `<text:list text:style-name="${token.ordered ? 'number' : 'bullet'}">${token.items.map((item) => `<text:list-item>${para('Text_20_body', inline(item.tokens))}</text:list-item>`).join('')}</text:list>`;
    case 'table': {
      const name = `T${state.tables.length}`;
      state.tables.push(
        columnWidths(token)
          .map(
            (width, i) =>
              `<style:style style:name="${name}.${i}" style:family="table-column"><style:table-column-properties style:rel-column-width="${Math.round(width * 100)}*"/></style:style>`,
          )
          .join(''),
      );
      const row = (cells, cellStyle, textStyle) =>
        `<table:table-row>${cells.map((cell) => `<table:table-cell table:style-name="${cellStyle}" office:value-type="string">${para(textStyle, inline(cell.tokens))}</table:table-cell>`).join('')}</table:table-row>`;
      return `<table:table table:name="${name}" table:style-name="Table">${token.header.map((_, i) => `<table:table-column table:style-name="${name}.${i}"/>`).join('')}<table:table-header-rows>${row(token.header, 'Head', 'Cell_20_heading')}</table:table-header-rows>${token.rows.map((cells) => row(cells, 'Body', 'Cell')).join('')}</table:table>${para('After_20_table', '')}`;
    }
    default:
      throw new Error(`a source uses a block that text files do not have: ${token.type}`);
  }
}

const contents = (headings) =>
  `<text:p text:style-name="Contents_20_heading">Inhoud</text:p>${headings
    .filter((heading) => heading.level === 1)
    .map(
      ({ id, text }) =>
        `<text:p text:style-name="Contents">${escapeXml(text)}<text:tab/><text:bookmark-ref text:reference-format="page" text:ref-name="${id}">0</text:bookmark-ref></text:p>`,
    )
    .join('')}`;

/** A flat text document (.fodt) of a source. */
export function textDocument({ properties, blocks }) {
  const state = { headings: [], tables: [], paragraph: 'Text_20_body' };
  const body = blocks.map((token) => block(token, state)).join('\n');
  const front = [
    ['First', properties.title],
    ['Subtitle', properties.subtitle],
    ['Imprint', properties.author],
    ['Imprint', properties.date],
    ['Imprint', properties.note],
  ]
    .filter(([, text]) => text)
    .map(([style, text]) => `<text:p text:style-name="${style}">${escapeXml(text)}</text:p>`)
    .join('');
  const rest =
    properties.layout === 'columns'
      ? `<text:section text:style-name="Columns" text:name="Tekst">${body}</text:section>`
      : body;
  const toc = properties.layout === 'report' && state.headings.length > 12 ? contents(state.headings) : '';
  const style = styles(properties).replace(
    '</office:automatic-styles>',
    `${state.tables.join('')}</office:automatic-styles>`,
  );
  return flatDocument('text', properties, style, `<office:text>${front}${toc}${rest}</office:text>`);
}
