/** R14: what documents want to run, load or read is gone before the window gets to see them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extractDocument } from '../../electron/documents/extract';
import { documentHtml } from '../../electron/documents/html';
import { hostilePayloads } from '../support/hostile-content';
import { hostileDocx, hostileOdt, hostilePdfs, hostileSvgs } from '../support/hostile-documents';
import { generatedPayloads } from '../support/hostile-grammar';
import { temporaryFolder } from '../support/library-folders';
import { listeningTrap } from '../support/listening-trap';

const seed = Number(process.env['RAAKVLAK_SEED'] ?? 1);
/** A run with a higher count: RAAKVLAK_HOSTILE_TEXTS=100000. */
const count = Number(process.env['RAAKVLAK_HOSTILE_TEXTS'] ?? 3_000);

const elements =
  'h1 h2 h3 h4 h5 h6 p br hr ul ol li dl dt dd table thead tbody tfoot tr th td caption blockquote pre code strong b em i u s sup sub a img figure figcaption div span'.split(
    ' ',
  );
const attribute =
  / (?:href="(?:https?:\/\/|mailto:)[^"<>]*"|src="data:image\/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=]+"|alt="[^"<>]*"|id="kop-[^"<>\s]*"|(?:col|row)span="\d{1,3}")/iy;

/** What in HTML is none of the elements and attributes that reading takes; whatever looks like a tag is taken for one. */
function strangeIn(html: string): readonly string[] {
  return [...html.matchAll(/<([^<>]*)>?/g)].flatMap(([tag, inside = '']) => {
    const [, name = ''] = /^\/?([a-z0-9]+)/.exec(inside) ?? [];
    let at = inside.indexOf(name) + name.length;
    for (attribute.lastIndex = at; attribute.test(inside); attribute.lastIndex = at) at = attribute.lastIndex;
    return elements.includes(name) && at === inside.length && tag.endsWith('>') ? [] : [tag];
  });
}

test('what is strange in HTML is seen', () => {
  for (const html of [
    '<script>',
    '<p onclick="x">',
    '<a href="javascript:x">',
    '<img src="https://a/b.png">',
    '<p',
    '<x-y>',
    '<p style="a">',
    '<svg/>',
  ])
    expect(strangeIn(html), html).not.toEqual([]);
  expect(strangeIn('<h1 id="kop-a">a</h1><a href="https://a/?b">b</a><td colspan="2"><br>')).toEqual([]);
});

test(
  `of ${count} hostile texts from seed ${seed} nothing but elements for reading is left`,
  { timeout: 30_000 + count * 5 },
  async () => {
    const all = [
      ...hostilePayloads,
      ...generatedPayloads(seed, count - hostilePayloads.length, 'https://hostile.invalid/x'),
    ];
    const pages = all.filter(({ kind }) => kind === 'html');
    expect(pages.length).toBeGreaterThan(count / 2);
    for (const { name, text } of pages) {
      const html = await documentHtml(
        Buffer.from(`<!doctype html><html>${text.replaceAll('\u0000', ' ')}`),
        'a.html',
      ).catch((error: { code: string }) => {
        // A control character makes it no text.
        expect(error.code, name).toBe('document-unsupported');
        return '';
      });
      expect(strangeIn(html), `${name}: ${text}`).toEqual([]);
    }
  },
);

test('documents read no other file and ask nobody for anything', async () => {
  const trap = await listeningTrap();
  const targets = { remote: `http://127.0.0.1:${trap.port}/x`, secretFile: join(temporaryFolder(), 'geheim.txt') };
  writeFileSync(targets.secretFile, 'kanarie-5d1e07');
  const files = [hostileDocx(targets), hostileOdt(targets), ...hostilePdfs(targets, 12), ...hostileSvgs(targets)];
  for (const { name, bytes } of files) {
    const text = JSON.stringify(await extractDocument(bytes, name));
    const html = await documentHtml(bytes, name).catch((error: { code: string }) => {
      expect(error.code, name).toBe('document-unsupported');
      return '';
    });
    expect(strangeIn(html), name).toEqual([]);
    expect(text + html, name).not.toContain('kanarie-5d1e07');
  }
  await trap.close();
  expect(trap.seen).toEqual([]);
  expect(files.reduce((sum, { payloads }) => sum + payloads, 0)).toBeGreaterThan(250);
});
