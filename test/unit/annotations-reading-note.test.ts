import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { extractDocument } from '../../electron/documents/extract';
import type { Service } from '../../electron/service/open-service';
import { describeQuote } from '../../shared/annotations/quote';
import type { ItemId } from '../../shared/base/ids';
import type { CallInput } from '../../shared/contract';
import type { Anchor, Annotation } from '../../shared/model/annotation';
import { citationsIn, citeHref } from '../../shared/model/own-links';
import { temporaryFolder } from '../support/library-folders';
import { must } from '../support/must';
import { openTestService } from '../support/service-folders';

const nowhere: Anchor = { hash: null, page: null, quote: null, position: null, rects: [] };

function anchorAt(page: number, words = 'een warme overdracht'): Anchor {
  return {
    ...nowhere,
    page,
    rects: [[0.1, 0.2, 0.4, 0.02]],
    ...must(describeQuote(`Voor ${words} na.`, 5, 5 + words.length)),
  };
}

let service: Service;
let base: string;
let item: ItemId;

beforeEach(async () => {
  base = temporaryFolder();
  ({ service } = await openTestService(base, 'Noor de Wit'));
  item = await makeStudy({ year: 2021, authors: ['Vos, A.', 'Bos, B.', 'Los, C.'], title: 'Overstap *vo* naar mbo' });
  await create({ anchor: anchorAt(3, '# geen [kop](x) maar woorden') });
  const parent = await create({ anchor: anchorAt(0), comment: 'Sterk punt.' });
  await create({ kind: 'reply', replyTo: parent.id, comment: 'Vind ik ook' });
});

async function makeStudy(set: Readonly<Record<string, string | number | string[]>>): Promise<ItemId> {
  return (await service.call('items.create', { type: 'study', change: { set } })).state.id;
}

const create = (draft: Partial<CallInput<'annotations.create'>>): Promise<Annotation> =>
  service.call('annotations.create', { item, kind: 'highlight', colour: 'green', anchor: nowhere, ...draft });

async function written(format: 'markdown' | 'docx'): Promise<Buffer> {
  const path = join(base, `notitie.${format}`);
  await service.call('annotations.export', { item, format, path });
  return readFileSync(path);
}

test('a reading note as Markdown has quotes, page numbers, citations and the source, comments and replies in the order of the document', async () => {
  const markdown = (await written('markdown')).toString();
  expect(markdown).toContain('# Leesnotitie: Overstap \\*vo\\* naar mbo');
  expect(markdown).toContain(
    '> een warme overdracht (Vos et al., 2021, p. 1)\n\nSterk punt.\n\n- Noor de Wit: Vind ik ook',
  );
  expect(markdown).toContain('> \\# geen \\[kop\\](x) maar woorden');
  expect(markdown.indexOf('p. 1)')).toBeLessThan(markdown.indexOf('p. 4)'));
  expect(markdown).toMatch(/## Literatuur\n\nVos, A\., Bos, B\., & Los, C\. \(2021\)\. \*Overstap/);
  expect(markdown).not.toContain('raakvlak:');
});

test('a reading note as Word has the same', async () => {
  const { pages } = await extractDocument(new Uint8Array(await written('docx')), 'notitie.docx');
  const text = pages.join('\n');
  for (const words of ['Leesnotitie: Overstap *vo* naar mbo', '(Vos et al., 2021, p. 4)', 'Sterk punt.', 'Literatuur'])
    expect(text).toContain(words);
  expect(text).toMatch(/Vos, A\., Bos, B\., & Los, C\. \(2021\)\./);
});

test('a reading note as a draft cites in the style of that draft, by the page numbers of the journal where the record has them', async () => {
  item = await makeStudy({
    title: 'Zomerbrug',
    year: 2020,
    authors: ['Vos, A.'],
    publication: 'Overstap',
    pageRange: '112-130',
  });
  for (const page of [0, 3]) await create({ anchor: anchorAt(page) });
  const { markdown } = await service.call('annotations.note', { item: item });
  expect(citationsIn(markdown)).toEqual([citeHref(item, '112'), citeHref(item, '115')]);
  const cited = await service.call('citing.text', { text: markdown, style: 'vancouver', language: 'nl' });
  expect(Object.values(cited.citations)).toEqual(['(1)', '(1)']);
  expect(cited.bibliography).toHaveLength(1);
});
