import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentText } from '../../electron/documents/document-text';
import { extractDocument } from '../../electron/documents/extract';
import { docxWith, docxWithBody, wordParagraph } from '../support/document-hostile';
import { fixture } from '../support/document-fixtures';

const read = (name: string): Promise<DocumentText> => extractDocument(fixture(name), name);
const ofText = (text: string, name: string): Promise<DocumentText> =>
  extractDocument(new TextEncoder().encode(text), name);
const levels = (document: DocumentText): string[] =>
  document.headings.map(({ level, text, page }) => `${level} ${text} @${page}`);

describe('one report in every format', () => {
  const headings = ['1 Overstap met een vangnet @0', '2 Wie doet mee @0', '2 Cijfers @0', '2 Vervolg @0'];
  const kinds = {
    'rapport.pdf': 'pdf',
    'rapport.docx': 'docx',
    'rapport.odt': 'odt',
    'rapport.rtf': 'rtf',
    'rapport.html': 'html',
  } as const;

  for (const [name, kind] of Object.entries(kinds)) {
    it(`reads ${name}: text, headings, title, author, language`, async () => {
      const document = await read(name);
      expect(document).toMatchObject({
        kind,
        namedAs: null,
        title: 'Overstap met een vangnet',
        authors: ['Jet Verwolde'],
        language: 'nl',
        searchable: 'text',
      });
      expect(levels(document)).toEqual(headings);
      const text = document.pages.join('\n');
      for (const words of [
        'startkwalificatie',
        'sluitend vangnet',
        'overgang vo-mbo',
        'Coördinatie en financiën',
        '’s zomers',
        '2,4%',
        'vmbo-school De Esdoorn',
        'twee ton per jaar',
      ]) {
        expect(text.replace(/\s+/g, ' ')).toContain(words);
      }
    });
  }

  it('keeps the pages of a PDF apart and its lines in order', async () => {
    const { pages, date } = await read('rapport.pdf');
    expect(pages).toHaveLength(2);
    expect(pages[1]).toMatch(/^Na de evaluatie beslist de regiegroep/);
    expect(pages[0]).toContain('\n\nWie doet mee\n\nDrie scholen');
    expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('keeps the rows of a table on a line each, cells parted by tabs', async () => {
    for (const name of ['rapport.docx', 'rapport.odt', 'rapport.rtf', 'rapport.html']) {
      const [page] = (await read(name)).pages;
      expect(page, name).toContain('Schooljaar\tUitval\n2021-2022\t2,4%\n2022-2023\t1,9%');
    }
  });
});

describe('PDF', () => {
  it('reads down the first column, then the second, with what lies across in its place', async () => {
    const [page = ''] = (await read('kolommen.pdf')).pages;
    const places = ['Nieuwsbrief', 'EERSTE', 'TWEEDE', 'DERDE', 'VIERDE', 'SLOT'].map((word) => page.indexOf(word));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(page).toContain('een telling van alle jongeren die langer dan\nvier weken');
  });

  it('rejoins words that were broken over lines', async () => {
    const [page = ''] = (await read('afgebroken.pdf')).pages;
    for (const words of ['belangrijk', 'vo-mbo', 'onderwijs- en', 'programma-aanvraag', 'BBL-plekken', 'coördinatie'])
      expect(page).toContain(words);
    expect(page).not.toMatch(/-\n/);
  });

  it('keeps a scan as pages that cannot be searched', async () => {
    expect(await read('scan.pdf')).toMatchObject({ kind: 'pdf', searchable: 'scan', pages: ['', ''] });
  });

  it('reads a PDF that may not be changed but opens without a password', async () => {
    expect((await read('alleen-lezen.pdf')).pages.join()).toContain('startkwalificatie');
  });
});

describe('Word', () => {
  it('leaves out deleted text and what a fallback repeats, and keeps inserted text, tabs and breaks', async () => {
    const body =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>een</w:t><w:tab/><w:t>twee</w:t><w:br/><w:t>drie</w:t></w:r>' +
      '<w:del><w:r><w:delText>weg</w:delText><w:t>weg</w:t></w:r></w:del><w:ins><w:r><w:t> erbij</w:t></w:r></w:ins></w:p>' +
      '<w:p><mc:AlternateContent xmlns:mc="x"><mc:Choice><w:r><w:t>kader</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>kader</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>';
    expect((await extractDocument(docxWithBody(body), 'a.docx')).pages).toEqual(['een\ttwee\ndrie erbij\n\nkader']);
  });

  it('reads foot notes after the body', async () => {
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes';
    const bytes = docxWith({
      'word/_rels/document.xml.rels': `<Relationships><Relationship Id="rId9" Type="${relation}" Target="footnotes.xml"/></Relationships>`,
      'word/footnotes.xml': `<w:footnotes xmlns:w="w">${wordParagraph('Bron: verzonnen')}</w:footnotes>`,
    });
    expect((await extractDocument(bytes, 'a.docx')).pages[0]).toMatch(/per jaar\.\n\nBron: verzonnen$/);
  });
});

describe('PowerPoint and Excel', () => {
  it('gives a page per slide, its title as heading, its notes below', async () => {
    const document = await read('presentatie.pptx');
    expect(document).toMatchObject({
      kind: 'pptx',
      title: 'Sluitend vangnet in beeld',
      authors: ['Sem Oosterhof'],
      date: '2022-03-02',
    });
    expect(levels(document)).toEqual(['1 Sluitend vangnet @0', '1 Vervolg @1']);
    expect(document.pages).toEqual([
      'Sluitend vangnet\n\nElke thuiszitter in beeld\nOverstapcoach van vo naar mbo\n\nVertel hier over de verzuimcoach.',
      'Vervolg\n\nStartkwalificatie voor iedereen',
    ]);
  });

  it('gives a page per sheet, with dates as dates and the values of formulas', async () => {
    const document = await read('cijfers.xlsx');
    expect(levels(document)).toEqual(['1 Uitval @0', '1 Toelichting @1']);
    expect(document.pages).toEqual([
      'Uitval\n\nSchooljaar\tSchool\tThuiszitters\tGeteld op\n2021-2022\tDe Esdoorn\t14\t2022-10-01\nTotaal\t28',
      'Toelichting\n\nBron: verzonnen telling van de regio Heuvelrijk',
    ]);
  });
});

describe('Markdown', () => {
  it('takes out the marks and keeps the words, headings and front matter', async () => {
    const source = [
      '---',
      'title: "Overstap"',
      'author: Jet Verwolde; Sem Oosterhof',
      'date: 2023-05',
      '---',
      '# De *overstap*',
      '',
      'Zie [het **plan**](https://example.org/plan_a) en ![kaart](kaart.png), `code_a`, snake_case en 2 * 3 * 4. R&amp;D <b>vet</b>',
      '',
      '- [x] eerste',
      '- tweede __vet__',
      '',
      '> ## Citaat',
      '> tekst',
      '',
      '| School | Uitval |',
      '|---|---|',
      '| De Esdoorn | *2,4%* |',
      '',
      '```',
      'x = *y*',
      '```',
    ].join('\n');
    const document = await ofText(source, 'a.md');
    expect(document).toMatchObject({
      kind: 'markdown',
      title: 'Overstap',
      authors: ['Jet Verwolde', 'Sem Oosterhof'],
      date: '2023-05',
    });
    expect(levels(document)).toEqual(['1 De overstap @0', '2 Citaat @0']);
    expect(document.pages[0]).toBe(
      'De overstap\n\nZie het plan en kaart, code_a, snake_case en 2 * 3 * 4. R&D vet\n\neerste\ntweede vet\n\nCitaat\n\ntekst\n\nSchool\tUitval\nDe Esdoorn\t2,4%\n\nx = *y*',
    );
  });
});

describe('HTML', () => {
  it('leaves out scripts, styles, comments and hidden markup, and decodes characters', async () => {
    const html =
      '<html><head><title>T &amp; U</title><style>p{a:b}</style><script>var a="<p>nee</p>"</script></head><body><!-- nee --><p>één&nbsp;twee &lt;b&gt; &#8364; &euro;</p>' +
      '<p title="a > b">drie<br>vier</p><noscript>nee</noscript><svg><text>nee</text></svg>3 < 4</body></html>';
    expect(await ofText(html, 'a.html')).toMatchObject({
      title: 'T & U',
      pages: ['één twee <b> € €\n\ndrie\nvier\n\n3 < 4'],
    });
  });

  it('believes a page that names an old western encoding', async () => {
    const bytes = Buffer.from('<html><meta charset="iso-8859-1"><p>caf\xe9 \x80</p>', 'latin1');
    expect((await extractDocument(bytes, 'a.html')).pages).toEqual(['café €']);
  });
});

describe('plain text', () => {
  const text = 'Coördinatie ’s zomers €5';
  const encodings: Record<string, Uint8Array> = {
    'UTF-8': Buffer.from(text),
    'UTF-8 with mark': Buffer.from(`\ufeff${text}`),
    'UTF-16 LE with mark': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'UTF-16 LE without mark': Buffer.from(text, 'utf16le'),
    'UTF-16 BE with mark': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    'UTF-16 BE without mark': Buffer.from(text, 'utf16le').swap16(),
    'Windows-1252': Buffer.from('Co\xf6rdinatie \x92s zomers \x805', 'latin1'),
  };
  for (const [name, bytes] of Object.entries(encodings)) {
    it(`reads ${name}`, async () => {
      expect((await extractDocument(bytes, 'a.txt')).pages).toEqual([text]);
    });
  }

  it('parts pages at form feeds and finds headings', async () => {
    const document = await ofText(
      'HOE GAAN WE HET DOEN\n\nTekst die doorloopt.\n\f1. Team Overstap\n\nMeer tekst.\n',
      'a.txt',
    );
    expect(document.pages).toEqual(['HOE GAAN WE HET DOEN\n\nTekst die doorloopt.', '1. Team Overstap\n\nMeer tekst.']);
    expect(levels(document)).toEqual(['1 HOE GAAN WE HET DOEN @0', '1 1. Team Overstap @1']);
    expect(document.title).toBe('HOE GAAN WE HET DOEN');
  });

  it('tells languages apart and does not guess from a few words', async () => {
    const language = async (sentence: string): Promise<string | null> => (await ofText(sentence, 'a.txt')).language;
    expect(
      await language('Het is een plan van de gemeente dat niet voor alle jongeren met een opleiding wordt gemaakt.'),
    ).toBe('nl');
    expect(
      await language('This is the plan of the city for young people that are not in school and have left it.'),
    ).toBe('en');
    expect(await language('Das ist der Plan der Stadt und er wird nicht mit den Schulen auf eine Woche gemacht.')).toBe(
      'de',
    );
    expect(await language('Les jeunes qui ne sont pas dans une école et que la ville aide pour le travail.')).toBe(
      'fr',
    );
    expect(await language('Startkwalificatie')).toBeNull();
  });
});

describe('a name that promises something else', () => {
  it('reads the document as what it is and says what the name promised', async () => {
    expect(await extractDocument(fixture('rapport.pdf'), 'rapport.docx')).toMatchObject({
      kind: 'pdf',
      namedAs: 'docx',
      searchable: 'text',
    });
    expect(await extractDocument(fixture('rapport.docx'), 'rapport.pdf')).toMatchObject({
      kind: 'docx',
      namedAs: 'pdf',
    });
    expect(await extractDocument(fixture('rapport.rtf'), 'rapport.txt')).toMatchObject({
      kind: 'rtf',
      namedAs: 'text',
    });
    expect(await extractDocument(fixture('rapport.odt'), 'rapport')).toMatchObject({ kind: 'odt', namedAs: null });
    expect(await ofText('# Kop', 'notitie.txt')).toMatchObject({ kind: 'text', namedAs: null });
  });

  it('takes any name people give files', async () => {
    for (const name of ['📄🎒.txt', `${'a'.repeat(251)}.txt`, 'plan\u202Etxt.exe', '.txt', ''])
      expect((await ofText('vsv in beeld', name)).pages).toEqual(['vsv in beeld']);
  });
});

const seeds = join(import.meta.dirname, '../../../shared/seeds');
describe.skipIf(!existsSync(seeds))('the five seeds', () => {
  it('are read as Dutch text with a title', async () => {
    for (const name of readdirSync(seeds)) {
      const document = await extractDocument(readFileSync(join(seeds, name)), name);
      expect(document, name).toMatchObject({ kind: 'text', language: 'nl', searchable: 'text' });
      expect(document.title, name).not.toBeNull();
    }
  });
});
