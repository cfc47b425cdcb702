import { AppError } from '../../../../shared/base/errors';
import { fillText } from '../../../../shared/messages/fill';
import { packageTexts } from '../../../../shared/messages/package';
import type { Language } from '../../../../shared/messages/text';
import type { PackageMade } from '../../../../shared/model/package';
import type { ItemState } from '../../../../shared/revision/item-state';
import { passwordStrength } from '../../../../shared/text/password-strength';
import { writeFileAtomic } from '../../../library/write-file-atomic';
import { encodeContent, type PackagedDocument } from '../../../package/content';
import { packagePage } from '../../../package/package-page';
import { sealPackage } from '../../../package/seal-package';
import type { Job } from '../../jobs';
import type { Parts } from '../../service';
import { packagedDocument } from './packaged-documents';

export interface PackageOrder {
  readonly items: readonly ItemState[];
  readonly path: string;
  readonly madeFor: string;
  /** The last day, `2025-03-31`. */
  readonly until: string;
  readonly password: string;
  /** With PDFs to be saved. */
  readonly files: boolean;
  readonly language: Language;
}

/** A page of more is slow to open on a telephone. */
const mostBytes = 40_000_000;

/** Errors: `package-password-weak`, `package-date-passed`. */
export function checkOrder({ password, until }: Pick<PackageOrder, 'password' | 'until'>, now: Date): void {
  if (passwordStrength(password) === 'weak') throw new AppError('package-password-weak');
  if (until < now.toISOString().slice(0, 10)) throw new AppError('package-date-passed');
}

/** Everything that goes into a package, not written yet. Errors: `package-too-large`, `blob-missing`, those of reading files, `cancelled`. */
export async function packagedDocuments(
  parts: Parts,
  order: PackageOrder,
  job: Pick<Job, 'signal' | 'progress'>,
): Promise<readonly PackagedDocument[]> {
  const documents: PackagedDocument[] = [];
  const until = dayText(order.until, order.language);
  let sizeBytes = 0;
  for (const [at, state] of order.items.entries()) {
    if (job.signal.aborted) throw new AppError('cancelled');
    const document = await packagedDocument(parts, state, { ...order, until });
    sizeBytes += document.html.length + (document.file?.bytes.length ?? 0);
    if (sizeBytes > mostBytes)
      throw new AppError('package-too-large', { mb: Math.ceil(sizeBytes / 1e6), most: mostBytes / 1e6 });
    documents.push(document);
    job.progress({ done: at + 1, total: order.items.length, current: document.title });
  }
  return documents;
}

/** Encrypts and writes. Errors: `write-failed`, `disk-full`. */
export async function writePackage(
  { settings, clock, random, resources }: Parts,
  { language, madeFor, until, password, path }: PackageOrder,
  documents: readonly PackagedDocument[],
): Promise<PackageMade> {
  const { name, organisation } = settings().profile;
  const [only] = documents;
  const content = encodeContent({
    language,
    title:
      documents.length === 1 && only !== undefined
        ? only.title
        : fillText(packageTexts.many[language], { n: documents.length }),
    madeBy: [name, organisation].filter((part) => part !== '').join(', ') || 'Raakvlak',
    madeFor,
    madeAt: clock().toISOString(),
    until,
    documents,
  });
  const page = Buffer.from(await packagePage(await sealPackage(content, password, { random }), language, resources));
  await writeFileAtomic(path, page);
  return { path, documents: documents.length, sizeBytes: page.length };
}

function dayText(day: string, language: Language): string {
  return new Date(day).toLocaleDateString(language === 'nl' ? 'nl-NL' : 'en-GB', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  });
}
