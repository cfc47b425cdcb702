import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { ItemChange } from '../../shared/model/views';
import { openTestService, type TestService } from '../support/service-folders';

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'raakvlak-site-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

interface World extends TestService {
  readonly open: SpaceId;
  make(type: string, set: ItemChange['set'], more?: { space?: SpaceId; add?: ItemChange['add'] }): Promise<ItemId>;
  publish(folder: string): Promise<{ records: number; files: number }>;
}

async function world(name: string): Promise<World> {
  const test = await openTestService(base, name);
  const { id: open } = await test.service.call('spaces.create', { name: 'Regio Waterland', place: null });
  return {
    ...test,
    open,
    make: async (type, set, { space = open, add } = {}) =>
      (await test.service.call('items.create', { type, change: { set, ...(add === undefined ? {} : { add }) }, space }))
        .state.id,
    publish: (folder) => test.service.call('library.publish', { folder, spaces: [open] }),
  };
}

async function everything(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path.slice(folder.length + 1), await readFile(path, 'utf8'));
  }
  return found;
}

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: { 'no-inline-style': 'error' },
  }),
);

describe('the published site', () => {
  it('shows what is in the open space with its relations, as valid HTML with links that lead somewhere', async () => {
    const { make, publish } = await world('shows');
    const programme = await make('programme', { title: 'Samen op weg', summary: 'Drie jaar,\n\nvijf scholen.' });
    await make(
      'measure',
      {
        title: 'Coach na de overstap <b>"x"</b> & meer',
        approach:
          '# Aanpak\n\nEen *coach* belt [elke week](https://voorbeeld.nl/a?b=1&c=2).\n\n<script>alert(1)</script>\n\n| a | b |\n|---|---|\n| 1 | 2 |',
        period: { from: 2021, to: 2024 },
        monitored: true,
      },
      { add: { transitions: ['vo-mbo'], relations: [{ kind: 'partOf', target: programme }] } },
    );
    const folder = join(base, 'shows-site');
    expect(await publish(folder)).toMatchObject({ records: 2 });
    const files = await everything(folder);
    const pages = [...files].filter(([path]) => path.endsWith('.html'));
    expect(pages).toHaveLength(1 + 2 + 2);
    for (const [path, html] of pages) {
      const report = await validator.validateString(html);
      expect(
        report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${ruleId} ${line}: ${message}`),
        ),
        path,
      ).toEqual([]);
      for (const [, href = ''] of html.matchAll(/(?:href|src)="([^"#]+)"/g)) {
        if (/^https:/.test(href)) continue;
        expect([...files.keys()], `${path} → ${href}`).toContain(join(path, '..', href));
      }
    }
    const measure = pages.find(([, html]) => html.includes('Aanpak'))?.[1] ?? '';
    expect(measure).toContain('<em>coach</em>');
    expect(measure).toContain('2021–2024');
    expect(measure).toContain(`<a href="${programme}.html">Samen op weg</a>`);
    expect(measure).toMatch(/<h3[^>]*>Aanpak<\/h3>/);
    expect(measure).not.toContain('alert(1)</script>');
    expect(files.get(`item/${programme}.html`)).toContain('Bestaat uit');
    expect(files.get('index.html')).toContain(
      '<a href="soort/measure.html">Maatregelen</a> <span class="count">1</span>',
    );
  });

  it('holds nothing of private and closed spaces, of drafts in progress, of people who did not agree, of the bin', async () => {
    const { make, publish, service } = await world('holds');
    await service.call('items.create', { type: 'project', change: { set: { title: 'Geheim-privé' } } });
    const { id: closed } = await service.call('spaces.create', { name: 'Geheim-ruimte', place: null, closed: true });
    const shut = await make('project', { title: 'Geheim-gesloten' }, { space: closed });
    const secret = await make('draft', { title: 'Geheim-concept', body: 'geheime-tekst' });
    await make('draft', { title: 'Open rapport', body: 'leesbaar', status: 'gepubliceerd' });
    await make('person', { title: 'Geheim-persoon', email: 'geheim@voorbeeld.nl' });
    await make('person', { title: 'Noor Voorbeeld', email: 'geheim2@voorbeeld.nl', consent: true });
    const binned = await make('project', { title: 'Geheim-weg' });
    await service.call('items.bin', { ids: [binned] });
    await make(
      'project',
      { title: 'Zichtbaar' },
      { add: { relations: [secret, shut].map((target) => ({ kind: 'related', target })) } },
    );
    const folder = join(base, 'holds-site');
    expect(await publish(folder)).toMatchObject({ records: 3 });
    const all = [...(await everything(folder))].map(([path, text]) => `${path}\n${text}`).join('\n');
    expect(all).toContain('Noor Voorbeeld');
    expect(all).toContain('leesbaar');
    expect(all.match(/geheim[^<"]*/gi)).toBeNull();
    expect(all).not.toContain(secret);
    expect(all).not.toContain(binned);
    expect(all).not.toContain(shut);
    expect(all).not.toContain(closed);
  });

  it('takes away what was withdrawn, and never touches a folder with other files', async () => {
    const { make, publish, service } = await world('withdrawn');
    const kept = await make('project', { title: 'Blijft' });
    const gone = await make('study', { title: 'Gaat weg' });
    const folder = join(base, 'withdrawn-site');
    await publish(folder);
    await writeFile(join(folder, 'CNAME'), 'vsv.voorbeeld.nl');
    await service.call('items.bin', { ids: [gone] });
    await publish(folder);
    const paths = [...(await everything(folder)).keys()].sort();
    expect(paths).toEqual(
      [
        'CNAME',
        'index.html',
        `item/${kept}.html`,
        'raakvlak-site.json',
        'search-index.js',
        'search.js',
        'soort/project.html',
        'style.css',
      ].sort(),
    );
    const other = join(base, 'withdrawn-other');
    await mkdir(other);
    await writeFile(join(other, 'belangrijk.txt'), 'x');
    await expect(publish(other)).rejects.toMatchObject({ code: 'publish-folder-not-empty' });
    expect(await readdir(other)).toEqual(['belangrijk.txt']);
  });

  it('removes nothing outside itself, whatever the list in the folder says', async () => {
    const { make, publish } = await world('outside');
    await make('project', { title: 'Iets' });
    const folder = join(base, 'outside-site');
    await publish(folder);
    const victim = join(base, 'slachtoffer.html');
    await writeFile(victim, 'hier blijven');
    await writeFile(
      join(folder, 'raakvlak-site.json'),
      JSON.stringify({ format: 'raakvlak-site', files: ['../slachtoffer.html'] }),
    );
    await expect(publish(folder)).rejects.toMatchObject({ code: 'publish-folder-not-empty' });
    expect(await readFile(victim, 'utf8')).toBe('hier blijven');
  });

  it.each(['private', 'closed'])('is refused for a %s space', async (kind) => {
    const { service } = await world(`refused-${kind}`);
    await service.call('spaces.create', { name: 'Concepten', place: null, closed: true });
    const other = (await service.call('spaces.list', undefined)).find((space) => space.kind === kind);
    const spaces = other === undefined ? [] : [other.id];
    const call = service.call('library.publish', { folder: join(base, `${kind}-site`), spaces });
    await expect(call).rejects.toMatchObject({ code: 'publish-space-not-open' });
  });
});
