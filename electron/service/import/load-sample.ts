import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobHash, ItemId } from '../../../shared/base/ids';
import type { JsonValue } from '../../../shared/base/json';
import type { FileRef } from '../../../shared/model/file-ref';
import { readSampleLibrary, type SampleRecord } from '../../../shared/model/sample-record';
import type { ItemTypeName } from '../../../shared/model/types';
import type { NewItem } from '../../library/library-types';
import type { Job } from '../jobs';
import type { PreparedDocument } from '../prepared-document';
import type { Parts } from '../service';

/** Made in this order, so that the list, newest first, opens with what people come for. */
const newestLast: readonly ItemTypeName[] = [
  'listValue',
  'term',
  'question',
  'legalFrame',
  'cause',
  'targetGroup',
  'transition',
  'instrument',
  'observation',
  'person',
  'site',
  'organisation',
  'governingBody',
  'region',
  'collection',
  'funding',
  'meeting',
  'document',
  'yearlyAction',
  'focusPoint',
  'policyPlan',
  'programme',
  'programmeLine',
  'measure',
  'draft',
  'study',
  'project',
];

/** Puts the sample library in: every record an item, its relations resolved, its file kept and searchable. */
export async function loadSample(parts: Parts, job: Job): Promise<{ items: number }> {
  const folder = join(parts.resources, 'sample');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const parsed = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as unknown[]),
  );
  const records = [...readSampleLibrary(parsed.flat())].sort(
    (a, b) => newestLast.indexOf(a.type) - newestLast.indexOf(b.type),
  );
  const ids = new Map(records.map(({ key }) => [key, parts.library.newItemId()] as const));
  const files = new Map<string, { file: FileRef; prepared: PreparedDocument }>();
  const withFile = records.filter(({ file }) => file !== undefined);
  await Promise.all(
    withFile.map(async ({ key, file = '' }) => {
      files.set(key, await keepFile(parts, join(folder, 'files', file), file));
      job.progress({ done: files.size, total: withFile.length, current: file });
    }),
  );
  await parts.library.createItems(records.map((record) => itemOf(record, ids, files.get(record.key)?.file ?? null)));
  parts.search.documents.put(
    [...files.values()].map(({ file, prepared }) => ({ hash: file.hash as BlobHash, document: prepared.analysed })),
  );
  return { items: records.length };
}

async function keepFile(
  parts: Parts,
  path: string,
  name: string,
): Promise<{ file: FileRef; prepared: PreparedDocument }> {
  const bytes = await readFile(path);
  const prepared = await parts.extractor.extract(bytes, name);
  const { hash, sizeBytes } = await parts.library.putBlob({ bytes });
  return { file: { hash, name, mediaType: prepared.document.mediaType, sizeBytes }, prepared };
}

function itemOf(
  { key, type, fields, sets, relations }: SampleRecord,
  ids: ReadonlyMap<string, ItemId>,
  file: FileRef | null,
): NewItem {
  const resolved = relations.map(({ kind, target, from, to }): JsonValue => ({
    kind,
    target: ids.get(target) as ItemId,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }));
  return {
    id: ids.get(key) as ItemId,
    type,
    set: { ...fields, ...(file === null ? {} : { file }) },
    add: { ...sets, ...(resolved.length === 0 ? {} : { relations: resolved }) },
  };
}
