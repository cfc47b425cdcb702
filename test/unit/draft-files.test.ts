import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { Document, Packer, Paragraph } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { builtFolderWith } from '../support/document-worker';
import { fixture, fixturePath } from '../support/document-fixtures';
import { temporaryFolder } from '../support/library-folders';
import { must } from '../support/must';
import { openTestService } from '../support/service-folders';

const builtFolder = builtFolderWith('electron/service/extract-worker.ts');

const lines = (often: string): readonly string[] => [
  'Het plan voor de zomer.',
  `De coach belt ${often}.`,
  'Wij beginnen in mei.',
];

async function pdf(often: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  lines(often).forEach((text, index) => page.drawText(text, { x: 60, y: 780 - index * 40, size: 11, font }));
  return document.save();
}

const docx = (often: string): Promise<Uint8Array> =>
  Packer.toBuffer(new Document({ sections: [{ children: lines(often).map((text) => new Paragraph(text)) }] }));

async function odt(often: string): Promise<Uint8Array> {
  const parts = unzipSync(fixture('rapport.odt'));
  const xml = Buffer.from(parts['content.xml'] ?? []).toString('utf8');
  const body = lines(often)
    .map((text) => `<text:p>${text}</text:p>`)
    .join('');
  return zipSync({
    ...parts,
    'content.xml': Buffer.from(xml.replace(/(<office:text\b[^>]*>)[\s\S]*(<\/office:text>)/, `$1${body}$2`)),
  });
}

const markdown = async (often: string): Promise<Uint8Array> => Buffer.from(lines(often).join('\n\n'));

it.each([
  ['docx', docx],
  ['odt', odt],
  ['pdf', pdf],
  ['md', markdown],
] as const)('two versions of a %s are compared by their words', async (ending, make) => {
  const base = temporaryFolder();
  const { service, clock } = await openTestService(base, 'Anna', { builtFolder: builtFolder() });
  const path = join(base, `plan.${ending}`);
  writeFileSync(path, await make('elke week'));
  const { imported } = await service.call('import.paths', { job: 'j', paths: [path], as: 'draft' });
  const { id } = must(imported[0]);
  const copy = await service.openCopy(id);
  clock.forward(5);
  writeFileSync(copy.path, await make('elke dag'));
  await service.call('copies.finish', { id });
  const [now, first] = await service.call('drafts.versions', { id });
  const { rows, changes } = await service.call('drafts.compare', {
    id,
    from: must(first).revision,
    to: must(now).revision,
  });
  expect(changes).toBe(1);
  expect(rows.find(({ kind }) => kind === 'changed')).toMatchObject({
    before: expect.arrayContaining([{ kind: 'changed', text: 'week' }]),
    after: expect.arrayContaining([{ kind: 'changed', text: 'dag' }]),
  });
});

it('go out with their state on every page, and one of another kind says so', async () => {
  const base = temporaryFolder();
  const { service } = await openTestService(base, 'Anna', { builtFolder: builtFolder() });
  const made = async (name: string): Promise<string> => {
    const { imported } = await service.call('import.paths', { job: name, paths: [fixturePath(name)], as: 'draft' });
    const id = imported[0]?.id;
    if (id === undefined) throw new Error(name);
    await service.call('items.change', { id, change: { set: { status: 'ter-review' } }, label: 'change' });
    return id;
  };
  const docx = (await made('rapport.docx')) as never;
  const pdf = (await made('rapport.pdf')) as never;
  const path = join(base, 'uit.docx');
  await service.call('drafts.exportDocx', { id: docx, path, language: 'nl' });
  expect(Buffer.from(unzipSync(readFileSync(path))['word/header-raakvlak.xml'] ?? []).toString('utf8')).toContain(
    'Ter beoordeling',
  );
  expect(await service.stampPdf(pdf, 'nl', join(base, 'uit.pdf'))).toBe(true);
  await expect(service.call('drafts.exportDocx', { id: pdf, path, language: 'nl' })).rejects.toMatchObject({
    code: 'draft-other-file',
  });
  const { state } = await service.call('items.create', { type: 'draft', change: { set: { title: 'Tekst' } } });
  expect(await service.stampPdf(state.id, 'nl', join(base, 'geen.pdf'))).toBe(false);
});
