import type { ItemId } from '../../shared/base/ids';
import { fieldLabels } from '../../shared/messages/fields';
import type { Text } from '../../shared/messages/text';
import { typeLabels } from '../../shared/messages/types';
import { relationLabels } from '../../shared/messages/vocabulary';
import { itemTypes, type ItemTypeName } from '../../shared/model/types';
import { escapeHtml } from '../documents/html-entities';
import type { PublicRecord, PublicRelation } from './public-records';
import { dateText, pageHtml, textsOf, valueHtml, valueText, type Site } from './site-html';

/** A file of the site: path with `/`, and its text. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/** The pages of a site and what its search looks through. Links are relative: it works from any folder, also from a disk. */
export function sitePages(site: Site, records: readonly PublicRecord[]): readonly SiteFile[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const types = itemTypes.map(({ name }) => name).filter((name) => records.some(({ type }) => type === name));
  const sorted = [...records].sort((a, b) => a.title.localeCompare(b.title, site.language) || (a.id < b.id ? -1 : 1));
  const ofType = (type: ItemTypeName): PublicRecord[] => sorted.filter((record) => record.type === type);
  return [
    {
      path: 'index.html',
      text: homePage(
        site,
        types.map((type) => [type, ofType(type).length]),
      ),
    },
    ...types.map((type) => ({ path: `soort/${type}.html`, text: listPage(site, type, ofType(type)) })),
    ...records.map((record) => ({ path: `item/${record.id}.html`, text: recordPage(site, record, byId) })),
    { path: 'search-index.js', text: searchIndex(site, sorted) },
  ];
}

function homePage(site: Site, types: readonly (readonly [ItemTypeName, number])[]): string {
  const t = textsOf(site);
  const main = `<h1>${escapeHtml(site.title)}</h1>
<p class="intro">${t('intro')}</p>
<noscript><p>${t('searchNeedsScript')}</p></noscript>
<div id="search" role="search" hidden data-found="${t('found')}" data-nothing="${t('foundNothing')}" data-more="${t('foundMore')}">
<label for="query">${t('search')}</label>
<input id="query" type="search" autocomplete="off" aria-describedby="hint">
<p id="hint">${t('searchHint')}</p>
<p id="count" role="status"></p>
<ol id="results"></ol>
</div>
<h2>${t('browse')}</h2>
<ul class="types">
${types.map(([type, count]) => `<li><a href="soort/${type}.html">${named(typeLabels[type].many, site)}</a> <span class="count">${count}</span></li>`).join('\n')}
</ul>`;
  return pageHtml(site, { title: site.title, main, depth: 0, scripts: ['search-index.js', 'search.js'] });
}

function listPage(site: Site, type: ItemTypeName, records: readonly PublicRecord[]): string {
  const title = typeLabels[type].many[site.language];
  const main = `<h1>${escapeHtml(title)}</h1>
<ul class="records">
${records.map((record) => `<li><a href="../item/${record.id}.html">${escapeHtml(record.title)}</a>${leadOf(record)}</li>`).join('\n')}
</ul>`;
  return pageHtml(site, { title, main, depth: 1 });
}

/** The first sentences, under a title in a list. */
function leadOf({ fields }: PublicRecord): string {
  const lead = fields.find(({ key }) => ['summary', 'abstract', 'goal', 'definition', 'objective'].includes(key));
  if (typeof lead?.value !== 'string') return '';
  const text = lead.value.replace(/\s+/g, ' ');
  return `<p>${escapeHtml(text.length <= 220 ? text : `${text.slice(0, text.lastIndexOf(' ', 220))} …`)}</p>`;
}

function recordPage(site: Site, record: PublicRecord, byId: ReadonlyMap<ItemId, PublicRecord>): string {
  const t = textsOf(site);
  const labels: Readonly<Record<string, Text>> = fieldLabels;
  const fields = record.fields.map(
    (field) =>
      `<dt>${named(labels[field.key] ?? { nl: field.key, en: field.key }, site)}</dt>\n<dd>${valueHtml(site, field)}</dd>`,
  );
  const type = `<a href="../soort/${record.type}.html">${named(typeLabels[record.type].one, site)}</a>`;
  const main = `<p class="type">${type}</p>
<h1>${escapeHtml(record.title)}</h1>
${fields.length === 0 ? '' : `<h2>${t('details')}</h2>\n<dl>\n${fields.join('\n')}\n</dl>\n`}${relationsHtml(site, record.relations, byId)}<p class="changed">${t('changed', { date: dateText(site, record.changedAt) })}</p>`;
  return pageHtml(site, { title: record.title, main, depth: 1 });
}

function relationsHtml(
  site: Site,
  relations: readonly PublicRelation[],
  byId: ReadonlyMap<ItemId, PublicRecord>,
): string {
  if (relations.length === 0) return '';
  const groups = new Map<string, Map<ItemId, string>>();
  for (const { kind, direction, target } of relations) {
    const label = relationLabels[kind][direction === 'out' ? 'forward' : 'backward'][site.language];
    const group = groups.get(label) ?? new Map<ItemId, string>();
    groups.set(label, group.set(target, byId.get(target)?.title ?? ''));
  }
  const parts = [...groups].map(([label, targets]) => {
    const links = [...targets]
      .sort((a, b) => a[1].localeCompare(b[1], site.language))
      .map(([id, title]) => `<li><a href="${id}.html">${escapeHtml(title)}</a></li>`);
    return `<dt>${escapeHtml(label)}</dt>\n<dd><ul>${links.join('')}</ul></dd>`;
  });
  return `<h2>${textsOf(site)('relations')}</h2>\n<dl>\n${parts.join('\n')}\n</dl>\n`;
}

/** A script and not JSON: a page on a disk may not fetch. Each record as [path, title, type, words]. */
function searchIndex(site: Site, records: readonly PublicRecord[]): string {
  const rows = records.map(({ id, type, title, fields }) => [
    `item/${id}.html`,
    title,
    typeLabels[type].one[site.language],
    fields
      .map((field) => valueText(field, site.language))
      .join(' ')
      .replace(/\s+/g, ' '),
  ]);
  return `const siteIndex = [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n];\n`;
}

function named(text: Text, { language }: Site): string {
  return escapeHtml(text[language]);
}
