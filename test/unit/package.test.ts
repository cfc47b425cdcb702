/** A reading package as a file: what is in it before the password, what the password gives, and what is refused. */
import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { documentLimits } from '../../electron/documents/limits';
import { readPdf } from '../../electron/documents/pdf';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { ItemChange } from '../../shared/model/views';
import { fixturePath } from '../support/document-fixtures';
import { builtFolderWith } from '../support/document-worker';
import { textsFoundIn } from '../support/byte-scan';
import { temporaryFolder } from '../support/library-folders';
import { must } from '../support/must';
import { openTestService, type TestService } from '../support/service-folders';

const password = 'aap-kaas-lift-molen-orgel-zon-tulp';
const secrets = [
  'Plan voor de overstap',
  'Geheime alinea over coaching',
  'Projectgroep Waterrand',
  'ROC Rivierenland',
  'Anna',
];

interface World extends TestService {
  draft(set: ItemChange['set'], space?: SpaceId): Promise<ItemId>;
  pack(ids: readonly ItemId[], more?: Record<string, unknown>): Promise<string>;
}

const builtFolder = builtFolderWith('electron/service/extract-worker.ts');

async function world(): Promise<World> {
  const base = temporaryFolder();
  const test = await openTestService(base, 'Anna', { builtFolder: builtFolder() });
  return {
    ...test,
    draft: async (set, space) =>
      (
        await test.service.call('items.create', {
          type: 'draft',
          change: { set: { status: 'ter review', doNotCite: true, ...set } },
          ...(space === undefined ? {} : { space, despite: 'verzonnen nummer' }),
        })
      ).state.id,
    pack: async (ids, more = {}) => {
      const path = join(base, 'leespakket.html');
      const usual = {
        madeFor: 'ROC Rivierenland',
        until: '2100-03-01',
        password,
        files: true,
        language: 'nl' as const,
      };
      await test.service.call('package.make', { ids: [...ids], path, ...usual, ...more });
      return readFileSync(path, 'utf8');
    },
  };
}

interface Head {
  readonly iterations: number;
  readonly salt: string;
  readonly nonce: string;
  readonly digest: string;
}

const block = (html: string, id: string): string => must(new RegExp(`id="${id}">([^<]*)<`).exec(html)?.[1]);
const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');

/** As the page does, with nothing of the code that made it. */
function opened(
  html: string,
  word: string,
): { readonly content: Content; readonly files: Buffer; readonly size: number } {
  const head = JSON.parse(block(html, 'head')) as Head;
  const data = bytes(block(html, 'data'));
  expect(createHash('sha256').update(data).digest('base64')).toBe(head.digest);
  const key = pbkdf2Sync(word.normalize('NFKC').trim(), bytes(head.salt), head.iterations, 32, 'sha256');
  const cipher = createDecipheriv('aes-256-gcm', key, bytes(head.nonce));
  cipher.setAAD(Buffer.from(`raakvlak-package 1 ${head.iterations} ${head.salt}`));
  cipher.setAuthTag(data.subarray(-16));
  const plain = Buffer.concat([cipher.update(data.subarray(0, -16)), cipher.final()]);
  const end = 4 + plain.readUInt32BE();
  return {
    content: JSON.parse(plain.subarray(4, end).toString()) as Content,
    files: plain.subarray(end),
    size: plain.length,
  };
}

interface Content {
  readonly madeBy: string;
  readonly madeFor: string;
  readonly until: string;
  readonly documents: readonly {
    readonly title: string;
    readonly stateLine: string;
    readonly html: string;
    readonly details: readonly (readonly [string, string])[];
    readonly notes: readonly string[];
    readonly file: { readonly name: string; readonly from: number; readonly to: number } | null;
  }[];
}

describe('a reading package', () => {
  test('holds no word of what is in it before the password, and all of it after', async () => {
    const { draft, pack } = await world();
    const id = await draft({
      title: secrets[0] as string,
      body: `# Kop\n\n${secrets[1] as string} met *nadruk*.`,
      commentsUntil: '2027-03-01',
      owner: 'Projectgroep Waterrand',
    });
    const html = await pack([id]);
    expect(
      textsFoundIn(Buffer.from(html), [
        ...secrets,
        password,
        ...password.split('-').filter((word) => word.length > 4),
        id,
      ]),
    ).toEqual([]);
    const { content, size } = opened(html, password);
    expect(content).toMatchObject({
      madeBy: 'Anna, Organisatie van Anna',
      madeFor: 'ROC Rivierenland',
      until: '2100-03-01',
    });
    const [document] = content.documents;
    expect(document?.title).toBe(secrets[0]);
    expect(document?.html).toContain(`${secrets[1] as string} met <em>nadruk</em>`);
    expect(document?.stateLine).toBe(
      'ter review · niet citeren · reacties tot 1 maart 2027 · alleen voor ROC Rivierenland · te lezen tot en met 1 maart 2100',
    );
    expect(document?.details).toContainEqual(['Eigenaar', '<p>Projectgroep Waterrand</p>']);
    expect(size % 512).toBe(0);
    expect(() => opened(html, `${password}x`)).toThrow();
    expect(opened(html, `  ${password} `).content.madeFor).toBe('ROC Rivierenland');
    // Each is under a key of its own.
    expect(block(await pack([id]), 'head')).not.toBe(block(html, 'head'));
  });

  test('is one valid page that may load nothing, with one script that its policy names', async () => {
    const { draft, pack } = await world();
    const html = await pack([await draft({ title: 'Eén' })]);
    const policy = must(/Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]);
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data:; form-action 'none'; base-uri 'none'$/,
    );
    const inside = (pattern: RegExp): string =>
      createHash('sha256')
        .update(must(pattern.exec(html)?.[1]))
        .digest('base64');
    expect(policy).toContain(`script-src 'sha256-${inside(/<script>([^]*?)<\/script>/)}'`);
    expect(policy).toContain(`style-src 'sha256-${inside(/<style>([^]*?)<\/style>/)}'`);
    expect(html).not.toMatch(/\b(?:src|href)=/);
    expect(html).not.toMatch(/https?:\/\//);
    const validator = new HtmlValidate(
      new StaticConfigLoader({
        extends: ['html-validate:standard', 'html-validate:a11y'],
        rules: { 'no-inline-style': 'error' },
      }),
    );
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
  });

  test('gives a PDF along with its state on every page, or only its text; a Word file as it is read', async () => {
    const { service, pack } = await world();
    const { imported, failed } = await service.call('import.paths', {
      job: 'in',
      paths: [fixturePath('rapport.pdf'), fixturePath('rapport.docx')],
    });
    expect(failed).toEqual([]);
    const [pdf, word] = imported.map(({ id }) => id);
    const { content, files } = opened(await pack([must(pdf), must(word)]), password);
    const [first, second] = content.documents;
    const file = must(first?.file);
    const { pages } = await readPdf(new Uint8Array(files.subarray(file.from, file.to)), {
      name: 'a',
      limits: documentLimits,
    });
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('Concept');
    expect(first?.html).toContain('Bladzijde 2');
    expect(second).toMatchObject({ file: null, notes: [] });
    expect(second?.html).toMatch(/<h1[^>]*>/);
    const without = opened(await pack([must(pdf)], { files: false }), password).content.documents[0];
    expect(without?.file).toBeNull();
    expect(without?.notes.join()).toContain('alleen de tekst');
  });

  test('refuses an easy password, a day that has passed, and what the guard stops', async () => {
    const { draft, pack, service } = await world();
    const id = await draft({ title: 'Gesprek', body: 'Het BSN van de student is 999990019.' });
    await expect(pack([id], { password: 'Welkom2026!' })).rejects.toMatchObject({ code: 'package-password-weak' });
    await expect(pack([id], { until: '2001-01-01' })).rejects.toMatchObject({ code: 'package-date-passed' });
    await expect(pack([id])).rejects.toMatchObject({ code: 'guard-stopped' });
    const made = opened(await pack([id], { despite: 'verzonnen nummer' }), password);
    expect(made.content.documents[0]?.html).toContain('999990019');
    expect(await service.call('guard.overrides', undefined)).toMatchObject([
      { action: 'package', reason: 'verzonnen nummer' },
    ]);
    const redacted = opened(await pack([id], { redact: true }), password).content.documents[0];
    expect(redacted?.title).toBe('Gesprek (afgeschermd)');
    expect(JSON.stringify(redacted)).not.toContain('999990019');
  });

  test('out of a closed space is in its log before it is made, also when redacted, and only a coordinator can make it', async () => {
    const { draft, pack, service, folder } = await world();
    const place = { kind: 'folder' as const, path: join(folder, '../gesloten') };
    const { id: space } = await service.call('spaces.create', { name: 'Besloten', place, closed: true });
    const id = await draft({ title: 'Ontwerp', body: 'Het BSN van de student is 999990019.' }, space);
    await pack([id], { redact: true });
    const [line] = await service.call('access.log', { id: space });
    expect(line).toMatchObject({
      who: 'Anna',
      change: { kind: 'share', what: 'package', title: 'Ontwerp', to: 'ROC Rivierenland (2100-03-01)' },
      fault: null,
    });
    expect(
      (await service.call('access.log', { id: space })).filter(({ change }) => change.kind === 'share'),
    ).toHaveLength(1);
  });

  test('leaves out who reads along, addresses and what curators tell each other', async () => {
    const { draft, service, pack } = await world();
    const id = await draft({ title: 'Ontwerp', summary: 'Kort' });
    await service.call('items.change', { id, change: { add: { reviewers: ['Bram Bedacht'] } }, label: 'change' });
    const { state } = await service.call('items.create', {
      type: 'person',
      change: {
        set: { title: 'Sam Verzonnen', email: 'sam@voorbeeld.nl', phone: '050 000 00 00', expertise: 'verzuim' },
      },
    });
    const { documents } = opened(await pack([id, state.id]), password).content;
    expect(documents.map(({ title }) => title)).toEqual(['Ontwerp', 'Sam Verzonnen']);
    expect(documents[1]?.details).toContainEqual(['Weet veel van', '<p>verzuim</p>']);
    const all = JSON.stringify(documents.map(({ details, html }) => ({ details, html })));
    for (const text of ['Bram Bedacht', 'sam@voorbeeld.nl', '050 000']) expect(all).not.toContain(text);
  });
});
