import {
  getDocument,
  GlobalWorkerOptions,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { AppError, type ErrorCode } from '../../../shared/base/errors';
import type { FileRef } from '../../../shared/model/file-ref';
import { fileUrl } from '../../bridge/client';
import { BundledCharacterMaps, BundledFonts } from './pdf-assets';

GlobalWorkerOptions.workerSrc = workerUrl;

export interface OpeningPdf {
  /** Rejects with `pdf-encrypted`, `pdf-damaged` or `document-unreadable`. */
  readonly document: Promise<PDFDocumentProxy>;
  /** Stops the worker and frees what it holds. */
  readonly close: () => void;
}

const pieceSize = 256 * 1024;

/** Opens the PDF of an item, reading only the parts that are looked at. Scripts and forms in it do not run. */
export function openPdf(item: string, file: FileRef): OpeningPdf {
  let fail: (error: Error) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => (fail = reject));
  const task = getDocument({
    range: new FilePieces(fileUrl(item, file.hash), file, (error) => fail(error)),
    rangeChunkSize: pieceSize,
    disableAutoFetch: true,
    disableStream: true,
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    CMapReaderFactory: BundledCharacterMaps,
    StandardFontDataFactory: BundledFonts,
    verbosity: 0,
  });
  const opened = task.promise.catch((error: unknown) => {
    throw new AppError(codeOf(error), { name: file.name }, { cause: error });
  });
  return { document: Promise.race([opened, lost]), close: () => void task.destroy() };
}

/** The bytes of the file, piece by piece. */
class FilePieces extends PDFDataRangeTransport {
  private readonly stop = new AbortController();

  constructor(
    private readonly url: string,
    private readonly file: FileRef,
    private readonly onLost: (error: Error) => void,
  ) {
    super(file.sizeBytes, null);
  }

  override requestDataRange(begin: number, end: number): void {
    this.load(begin, end).then(
      (bytes) => this.onDataRange(begin, bytes),
      (cause: unknown) => {
        if (!this.stop.signal.aborted)
          this.onLost(new AppError('document-unreadable', { name: this.file.name }, { cause }));
      },
    );
  }

  override abort(): void {
    this.stop.abort();
  }

  private async load(begin: number, end: number): Promise<Uint8Array> {
    const response = await fetch(this.url, {
      headers: { range: `bytes=${begin}-${end - 1}` },
      cache: 'no-store',
      signal: this.stop.signal,
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status !== 206 || bytes.length !== end - begin)
      throw new Error(`${response.status}, ${bytes.length} bytes of ${end - begin}`);
    return bytes;
  }
}

function codeOf(error: unknown): ErrorCode {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'pdf-encrypted';
  return name === 'InvalidPDFException' || name === 'FormatError' ? 'pdf-damaged' : 'document-unreadable';
}
