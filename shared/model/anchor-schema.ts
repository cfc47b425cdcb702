import { z } from 'zod';

/** Left, top, width and height as shares of the page, from its top left corner as it is shown. */
export const rectSchema = z.tuple([
  z.number().min(0).max(1),
  z.number().min(0).max(1),
  z.number().min(0).max(1),
  z.number().min(0).max(1),
]);

/**
 * Where an annotation stands, after the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/, 4.2):
 * a TextQuoteSelector, a TextPositionSelector, a page fragment and rectangles, side by side, so that one can fail and another
 * still finds the place. Texts and offsets are those of `plainText`: the words of the document, whatever its line breaks.
 */
export const anchorSchema = z.object({
  /** SHA-256 of the file it was made on; null on a text without a file. */
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** 0 is the first; null in a document without pages. */
  page: z.number().int().min(0).max(100_000).nullable(),
  quote: z
    .object({
      exact: z.string().min(1).max(20_000),
      prefix: z.string().max(200),
      suffix: z.string().max(200),
    })
    .nullable(),
  /** Place of the quote in the text of the page, or of the document where it has no pages: characters (code points), as W3C counts them. */
  position: z.object({ start: z.number().int().min(0), end: z.number().int().min(0) }).nullable(),
  rects: z.array(rectSchema).max(500),
});
