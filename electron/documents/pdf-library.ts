import type * as PdfLibrary from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * pdf.js for text alone, without a window, a thread of its own or a network. Loaded when the first PDF comes: it costs 60 ms.
 * It looks for drawing classes that plain Node lacks and text never uses: stand-ins keep it from loading a native canvas for them.
 */
async function loadPdfLibrary(): Promise<typeof PdfLibrary> {
  const place = globalThis as unknown as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) place[name] ??= Object;
  // The legacy build replaces this method to repair arrays of more than 2^32 elements, and makes everything a quarter slower by it.
  const { push } = Array.prototype;
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Puts its message handler where the library looks before it would start a thread.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string);
  Array.prototype.push = push;
  return library;
}

/** Begins to read a PDF for its text and annotations. Nothing in it runs, and nothing is fetched for it. Whoever reads destroys the task. */
export async function openPdf(bytes: Uint8Array): Promise<PdfLibrary.PDFDocumentLoadingTask> {
  const { getDocument } = await loadPdfLibrary();
  // pdf.js keeps what it is given, so it gets its own copy; `verbosity: 0` because its warnings are for its makers.
  return getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    verbosity: 0,
  });
}
