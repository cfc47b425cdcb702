import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../shared/search/parse-query';
import { printQuery } from '../../shared/search/print-query';
import type { QueryNode } from '../../shared/search/query';

const parts = (text: string, typeNames = {}): readonly QueryNode[] => {
  const node = parseQuery(text, { typeNames });
  return node.kind === 'and' ? node.nodes : [node];
};
const word = (text: string, open = false): QueryNode => ({ kind: 'word', text, open });

describe('words and phrases', () => {
  it('reads words, the last one open until a space follows', () => {
    expect(parts('verzuim mbo')).toEqual([word('verzuim'), word('mbo', true)]);
    expect(parts('verzuim mbo ')).toEqual([word('verzuim'), word('mbo')]);
    expect(parts('verz* mbo ')).toEqual([word('verz', true), word('mbo')]);
  });
  it('reads phrases with any kind of quotes, also when not closed', () => {
    for (const text of ['"sluitend vangnet"', '“sluitend  vangnet”', '„sluitend vangnet”', '"sluitend vangnet']) {
      expect(parts(text)).toEqual([{ kind: 'phrase', text: 'sluitend vangnet' }]);
    }
  });
  it('reads what must not be there', () => {
    expect(parts('jaar -mbo -"op tijd" -type:study ')).toEqual([
      word('jaar'),
      { kind: 'not', node: word('mbo') },
      { kind: 'not', node: { kind: 'phrase', text: 'op tijd' } },
      { kind: 'not', node: { kind: 'value', field: 'type', text: 'study', exact: false } },
    ]);
    expect(parts('vo-mbo ')).toEqual([word('vo-mbo')]);
    expect(parts('- -- "" * ')).toEqual([]);
  });
  it('reads OR and OF between two parts, closer than the space', () => {
    expect(parts('a1 b2 OR c3 OF d4 ')).toEqual([
      word('a1'),
      { kind: 'or', nodes: [word('b2'), word('c3'), word('d4')] },
    ]);
    expect(parts('OR a1 ')).toEqual([word('a1')]);
    expect(parts('a1 of b2 ')).toEqual([word('a1'), word('of'), word('b2')]);
  });
});

describe('fields', () => {
  it('knows them in English and Dutch', () => {
    expect(parts('title:verzuim ')).toEqual(parts('titel:verzuim '));
    expect(parts('tag:verzuim')).toEqual(parts('kenmerk:verzuim'));
    expect(parts('region:"IJssel-Vecht"')).toEqual([
      { kind: 'value', field: 'region', text: 'IJssel-Vecht', exact: true },
    ]);
    expect(parts('auteur:jansen')).toEqual([{ kind: 'value', field: 'author', text: 'jansen', exact: false }]);
  });
  it('takes the names of types that it is given, also half typed', () => {
    const names = { onderzoek: 'study', onderzoeken: 'study', project: 'project' };
    expect(parts('soort:Onderzoeken ', names)).toEqual([{ kind: 'value', field: 'type', text: 'study', exact: true }]);
    expect(parts('type:onder', names)).toEqual([{ kind: 'value', field: 'type', text: 'study', exact: true }]);
    expect(parts('type:raar', names)).toEqual([{ kind: 'value', field: 'type', text: 'raar', exact: false }]);
  });
  it('reads years', () => {
    const year = (from: number | null, to: number | null): QueryNode[] => [{ kind: 'year', from, to }];
    expect(parts('jaar:2019')).toEqual(year(2019, 2019));
    expect(parts('year:2017-2020')).toEqual(year(2017, 2020));
    expect(parts('year:2020–2017')).toEqual(year(2017, 2020));
    expect(parts('year:>2018')).toEqual(year(2019, null));
    expect(parts('year:<=2018')).toEqual(year(null, 2018));
    expect(parts('year:2018-')).toEqual(year(2018, null));
    expect(parts('year:onzin ')).toEqual([word('onzin')]);
  });
  it('searches an unknown name as text and leaves an empty field out', () => {
    expect(parts('doi:10.1/abc ')).toEqual([word('doi:10.1/abc')]);
    expect(parts('type: jaar ')).toEqual([word('jaar')]);
  });
});

describe('printing', () => {
  it.each([
    'verzuim mbo ',
    'verz*',
    '"op tijd" -mbo -tag:x ',
    'title:jaar a1 OR b2 ',
    'year:2017-2020',
    'year:>=2019',
    'region:"IJssel Vecht"',
  ])('gives the same query again: %s', (text) => {
    const read = parseQuery(text);
    expect(parseQuery(printQuery(read))).toEqual(read);
  });
});
