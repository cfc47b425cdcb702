import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ItemId, RevisionId } from '../../shared/base/ids';
import { stateLine, watermark } from '../../shared/messages/draft-state';
import type { DraftVersion } from '../../shared/model/draft';
import { citeHref, imageHref } from '../../shared/model/own-links';
import { countWords, outlineOf } from '../../shared/text/outline';
import { temporaryFolder } from '../support/library-folders';
import { openTestService } from '../support/service-folders';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function revisionOf(version: DraftVersion | undefined): RevisionId {
  if (version === undefined) throw new Error('there is no such version');
  return version.revision;
}

async function withDraft(fields: Record<string, string | boolean> = {}) {
  const base = temporaryFolder();
  const test = await openTestService(base, 'Anna');
  const { state } = await test.service.call('items.create', {
    type: 'draft',
    change: { set: { title: 'Plan voor de zomer', ...fields } },
  });
  const id = state.id;
  const write = (from: string, text: string) => test.service.call('drafts.write', { id, base: from, text });
  const body = async () => (await test.service.call('items.get', { id })).state.fields['body'];
  return { ...test, base, id, write, body };
}

describe('the text of a draft', () => {
  it('is kept with what others wrote elsewhere in it meanwhile', async () => {
    const { service, id, write, body } = await withDraft();
    await write('', 'Eerste zin. Tweede zin. Derde zin.');
    await service.call('items.change', {
      id,
      change: { set: { body: 'Eerste zin. Tweede zin. Derde zin, van een ander.' } },
      label: 'change',
    });
    const written = await write('Eerste zin. Tweede zin. Derde zin.', 'Mijn eerste zin. Tweede zin. Derde zin.');
    expect(written).toEqual({ text: 'Mijn eerste zin. Tweede zin. Derde zin, van een ander.', clash: false });
    expect(await body()).toBe(written.text);
  });

  it('says so when others changed the same words, and theirs is among the versions', async () => {
    const { service, clock, id, write } = await withDraft();
    await write('', 'Een zin over de zomer.');
    clock.forward(60);
    await write('Een zin over de zomer.', 'Een andere zin over de zomer.');
    clock.forward(60);
    expect(await write('Een zin over de zomer.', 'Mijn zin over de zomer.')).toEqual({
      text: 'Mijn zin over de zomer.',
      clash: true,
    });
    const versions = await service.call('drafts.versions', { id });
    const [now, theirs] = versions;
    const { rows } = await service.call('drafts.compare', { id, from: revisionOf(theirs), to: revisionOf(now) });
    expect(rows).toMatchObject([{ kind: 'changed' }]);
    expect(JSON.stringify(rows)).toContain('{"kind":"changed","text":"Mijn"}');
  });

  it('has headings and words as a reader sees them', () => {
    const text = '# Doel\n\nTwee woorden.\n\n```\n# geen kop\n```\n\n## Aanpak [(x)](raakvlak:cite/a) ##\n';
    expect(outlineOf(text)).toEqual([
      { level: 1, title: 'Doel', line: 0 },
      { level: 2, title: 'Aanpak (x)', line: 8 },
    ]);
    expect(countWords('Zie [de kaart](https://voorbeeld.nl/een/twee) en 12,5% ge-e-maild.')).toBe(6);
  });
});

describe('versions', () => {
  it('are writing with short pauses; a name, another status or half an hour begins the next', async () => {
    const { service, clock, id, write } = await withDraft();
    let text = '';
    const more = async (words: string, minutes: number): Promise<void> => {
      clock.forward(minutes);
      const next = `${text}${words}`;
      await write(text, next);
      text = next;
    };
    await more('Een', 0);
    await more(' twee', 5);
    await more(' drie', 29);
    await more(' vier', 31);
    const named = (await service.call('drafts.versions', { id }))[0];
    await service.call('drafts.nameVersion', { id, revision: revisionOf(named), name: 'Voor het overleg' });
    await more(' vijf', 1);
    await service.call('items.change', { id, change: { set: { status: 'ter-review' } }, label: 'change' });
    await more(' zes', 1);
    const versions = await service.call('drafts.versions', { id });
    expect(versions.map(({ steps, name, status, content }) => [steps, name, status, content])).toEqual([
      [1, null, 'ter-review', { kind: 'text', words: 6 }],
      [1, null, null, { kind: 'text', words: 5 }],
      [1, 'Voor het overleg', null, { kind: 'text', words: 4 }],
      [3, null, null, { kind: 'text', words: 3 }],
    ]);
    await service.call('drafts.nameVersion', { id, revision: revisionOf(named), name: '' });
    expect((await service.call('drafts.versions', { id })).every(({ name }) => name === null)).toBe(true);
    expect((await service.call('items.get', { id })).related).toEqual([]);
  });

  it('come back with the text alone, as a new version', async () => {
    const { service, clock, id, write, body } = await withDraft();
    await write('', 'Oud.');
    const [old] = await service.call('drafts.versions', { id });
    clock.forward(60);
    await write('Oud.', 'Nieuw.');
    await service.call('items.change', { id, change: { set: { status: 'vastgesteld' } }, label: 'change' });
    await service.call('drafts.restoreVersion', { id, revision: revisionOf(old) });
    expect(await body()).toBe('Oud.');
    expect((await service.call('items.get', { id })).state.fields['status']).toBe('vastgesteld');
    expect(await service.call('drafts.versions', { id })).toHaveLength(3);
  });

  it('show as one step in the history while one goes on writing', async () => {
    const { service, clock, id, write } = await withDraft();
    await write('', 'Een');
    for (const [before, after] of [
      ['Een', 'Een twee'],
      ['Een twee', 'Een twee drie'],
    ] as const) {
      clock.forward(2);
      await write(before, after);
    }
    const steps = (await service.call('items.history', { id })).filter(({ changes }) =>
      changes.some(({ field }) => field === 'body'),
    );
    expect(steps.map(({ changes }) => changes.map(({ before, after }) => [before, after]))).toEqual([
      [[null, 'Een twee drie']],
    ]);
  });
});

describe('pictures', () => {
  it('are files of the draft, each once, and nothing else is taken', async () => {
    const { service, id } = await withDraft();
    const first = await service.call('drafts.addImage', { id, name: 'kaart.png', bytes: png });
    expect(await service.call('drafts.addImage', { id, name: 'nog eens', bytes: png })).toEqual(first);
    expect(service.locateImage(id, first.hash)?.mediaType).toBe('image/png');
    expect(service.locateImage('z'.repeat(26), first.hash)).toBeNull();
    expect((await service.call('items.get', { id })).related).toEqual([]);
    await expect(
      service.call('drafts.addImage', { id, name: 'x.svg', bytes: Buffer.from('<svg onload="x()"/>') }),
    ).rejects.toMatchObject({ code: 'image-unsupported' });
  });

  it('go along when the draft is published', async () => {
    const { service, id } = await withDraft();
    const { hash } = await service.call('drafts.addImage', { id, name: 'kaart.png', bytes: png });
    const space = await service.call('spaces.create', { name: 'Regio', place: null });
    const [published, ...rest] = await service.call('spaces.publish', { ids: [id], space: space.id, move: false });
    expect(rest).toEqual([]);
    expect(service.locateImage(published?.to ?? '', hash)).not.toBeNull();
  });
});

describe('what goes out', () => {
  const state = {
    fields: { status: 'ter-review', doNotCite: true, commentsUntil: '2027-03-01' },
    sets: { reviewers: ['Mila'] },
  };

  it('says its state in one line, and across the page', () => {
    expect(stateLine(state, 'nl')).toBe('Ter beoordeling · niet citeren · reacties tot 1 maart 2027 · meelezers: Mila');
    expect(stateLine({ fields: {}, sets: {} }, 'en')).toBe('Draft');
    expect(watermark(state, 'nl')).toBe('TER BEOORDELING · NIET CITEREN');
  });

  it('is a Word document with state, watermark, citations, sources and pictures', async () => {
    const { service, base, id, write } = await withDraft({ status: 'in-bewerking', doNotCite: true });
    const study = await service.call('items.create', {
      type: 'study',
      change: { set: { title: 'Zomerbrug', authors: ['Piet Jansen'], year: 2020, publisher: 'Regio Noord' } },
    });
    const { hash } = await service.call('drafts.addImage', { id, name: 'kaart.png', bytes: png });
    await write(
      '',
      `# Kop\n\nTekst met **vet** & <b>tekens</b> [x](${citeHref(study.state.id, '4')}).\n\n1. een\n2. twee\n\n| a | b |\n|---|---|\n| c | d |\n\n![Kaart](${imageHref(hash)})\n`,
    );
    const { path } = await service.call('drafts.exportDocx', { id, path: join(base, 'uit.docx'), language: 'nl' });
    const parts = unzipSync(readFileSync(path));
    const text = (name: string): string => Buffer.from(parts[name] ?? []).toString('utf8');
    const document = text('word/document.xml');
    expect(document).toContain('(Jansen, 2020, p. 4)');
    expect(document).toContain('Literatuur');
    expect(document).toContain('&lt;b&gt;');
    expect(document).toContain('<w:tbl>');
    const header = Object.keys(parts).find((name) => /word\/header\d\.xml/.test(name)) ?? '';
    expect(text(header)).toContain('In bewerking · niet citeren');
    expect(text(header)).toContain('string="IN BEWERKING · NIET CITEREN"');
    expect(Object.keys(parts).some((name) => /^word\/media\/.*\.png$/.test(name))).toBe(true);
  });

  it('is a page without script or anything from outside', async () => {
    const { service, id, write } = await withDraft({ status: 'in-bewerking' });
    await write('', 'Tekst <script>alert(1)</script> ![x](https://voorbeeld.nl/x.png) [y](javascript:alert(1))');
    const { html, header } = await service.draftPage(id as ItemId, 'nl');
    expect(html).not.toMatch(/<script|<img|javascript:/);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('IN BEWERKING');
    expect(header).toContain('In bewerking');
  });
});
