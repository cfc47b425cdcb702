import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../electron/search/dutch/compounds';
import { dutchWords } from '../../electron/search/dutch/dutch-words';
import { createFamilies } from '../../electron/search/dutch/families';
import { createWordList, wordClass } from '../../electron/search/dutch/word-list';

const { list, split } = dutchWords('resources');

describe('the word list', () => {
  it('finds the first, the last and every word between', () => {
    const small = createWordList('1aap\n3noot\na' + 'zus\n');
    expect(['aap', 'noot', 'zus', 'aa', 'mies', 'zuster', ''].map(small.classOf)).toEqual([1, 3, 10, 0, 0, 0, 0]);
  });
  it('is folded: ij is two letters', () => {
    expect(list.classOf('praktijk') & wordClass.begins).toBe(wordClass.begins);
    expect(list.classOf('praktĳk')).toBe(0);
  });
});

describe('taking compounds apart', () => {
  it.each([
    ['ziekteverzuim', 'ziekte verzuim'],
    ['verzuimcoaches', 'verzuim coaches'],
    ['leerplichtambtenaar', 'leer plicht ambtenaar'],
    ['arbeidsmarktregio', 'arbeids markt regio'],
    ['thuiszitterstafel', 'thuiszitters tafel'],
    ['routekaarten', 'route kaarten'],
    ['loopbaanbegeleiding', 'loopbaan begeleiding'],
    ['kwalificatieplicht', 'kwalificatie plicht'],
    ['jeugdwerkloosheid', 'jeugd werkloosheid'],
    ['samenwerkingsovereenkomst', 'samenwerkings overeenkomst'],
    ['ouderbetrokkenheid', 'ouder betrokkenheid'],
    ['kansengelijkheid', 'kansen gelijkheid'],
    ['stagebegeleider', 'stage begeleider'],
    ['meeloopdag', 'meeloop dag'],
  ])('%s', (word, parts) => expect(split(word)?.join(' ')).toBe(parts));

  it.each(
    'belangrijk belangrijke belangrijkste koninkrijk kansrijk succesvol waardeloos verzuim onderwijs uitval overgang instroom aanbod onderzoek samenwerking middelbaar openbaar noodzakelijk maatregel maatregelen wethouder aardappel boterham vriendschap maatschappij burgerschap gezondheid overheid bestuur minister leerling begeleider donderdag ambtenaar directeur regelmatig werkzaam'.split(
      ' ',
    ),
  )('%s is one word', (word) => expect(split(word)).toBeNull());

  it('tells what stands side by side', () => {
    expect(stretchesOf(['leer', 'plicht', 'ambtenaar'])).toEqual([
      'leer',
      'plicht',
      'ambtenaar',
      'leerplicht',
      'plichtambtenaar',
    ]);
  });
});

describe('families of words', () => {
  const families = createFamilies(list, split);
  it.each([
    ['thuiszitten', 'thuiszitter'],
    ['thuiszitters', 'thuiszitten'],
    ['schoolverlaten', 'schoolverlater'],
    ['schoolverlaters', 'schoolverlaten'],
    ['begeleiders', 'begeleiden'],
    ['begeleiden', 'begeleider'],
    ['uitvallers', 'uitvallen'],
    ['bemiddelaar', 'bemiddelen'],
  ])('%s and %s', (word, other) => expect(families(word)).toContain(other));
  it.each(['kamer', 'ouder', 'moeder', 'leerling', 'december', 'school'])('%s has none', (word) =>
    expect(families(word)).toEqual([]),
  );
});
