import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../electron/search/dutch/analyse';
import { formToken } from '../../electron/search/dutch/form-token';
import { createStemmer } from '../../electron/search/dutch/stem';
import { tokenize } from '../../electron/search/dutch/tokenize';
import { fold } from '../../shared/search/fold';

describe('folding', () => {
  it('drops case, accents and typographic signs, and writes ĳ out', () => {
    expect(fold('Ĳssel-Vécht’s coördinator Größe')).toBe("ijssel-vecht's coordinator grosse");
    expect(fold('cafe\u0301 af\u00adspraak')).toBe('cafe afspraak');
  });
});

describe('stems', () => {
  const stem = createStemmer();
  it.each([
    ['verzuim', 'verzuimd'],
    ['verzuim', 'verzuimen'],
    ['jaar', 'jaren'],
    ['startkwalificatie', 'startkwalificaties'],
    ['leerling', 'leerlingen'],
    ['methode', 'methodes'],
    ['verzuimcoach', 'verzuimcoaches'],
    ['overstap', 'overstappen'],
    ['advies', 'adviezen'],
    ['brief', 'brieven'],
    ['proces', 'processen'],
    ['regio', 'regios'],
    ['school', 'scholen'],
    ['adres', 'adressen'],
    ['thuiszitter', 'thuiszitters'],
  ])('joins %s and %s', (a, b) => expect(stem(a)).toBe(stem(b)));
  it.each([
    ['beleid', 'belofte'],
    ['advies', 'advertentie'],
    ['verlies', 'verlaat'],
    ['2019', '201'],
  ])('keeps %s and %s apart', (a, b) => expect(stem(a)).not.toBe(stem(b)));
});

describe('tokens', () => {
  const parts = (text: string): string[] => tokenize(text).flatMap((token) => token.parts);
  it('keeps numbers and splits at hyphens', () => {
    expect(parts('Programma 2021-2024, vo-mbo; 1.5%')).toEqual(['programma', '2021', '2024', 'vo', 'mbo', '1', '5']);
  });
  it('joins apostrophes', () => expect(parts("vsv'er vsv’ers foto's")).toEqual(['vsver', 'vsvers', 'fotos']));
  it('knows 18+ and 18-', () =>
    expect(tokenize('18-/18+ en 18-jarige').map((token) => token.sign)).toEqual(['min', 'plus', null, null]));
});

describe('analysis', () => {
  const analyser = createAnalyser();
  const asForms = (...forms: readonly string[]): string => forms.map(formToken).join(' ');
  it('keeps every word in order, and beside it the forms that differ', () => {
    expect(analyser.analyse('Jaren van vo-mbo')).toEqual({ words: 'jaren van vo mbo', forms: asForms('jar', 'vombo') });
  });
  it("indexes vsv'er as vsver and vsv", () => {
    const { words, forms } = analyser.analyse("vsv'er");
    expect([words, forms]).toEqual(['vsver', asForms('vsv')]);
  });
  it('adds the parts of compounds once, marked, after everything else', () => {
    const expanding = createAnalyser((word) => (word === 'ziekteverzuim' ? ['ziekte', 'verzuim'] : null));
    expect(expanding.analyse('ziekteverzuim of jaren ziekteverzuim').forms).toBe(asForms('jar', '_ziekt', '_verzuim'));
  });
  it('writes a form as two characters that are no form themselves, each form its own', () => {
    const forms = Array.from({ length: 20_000 }, (_, at) => `vorm${at.toString(36)}`);
    const tokens = new Set(forms.map(formToken));
    expect([tokens.size, [...tokens].every((token) => [...token].length === 2)]).toEqual([20_000, true]);
  });
});
