import type { Chunk, Found } from './chunk';

const labelled =
  /(?<![\p{L}])(?:(?:onderwijs|leerling|studente?n?|student|deelnemer)[\s-]?(?:nummer|nr)|(?:stam|inschrijf)(?:nummer|nr)\.?\s*(?:van\s+(?:de\s+)?)?(?:leerling|student)|ll\.?nr|stud\.?nr)(?!\p{L})[^\d\n;|\t]{0,45}?\b(\d{5,12})(?![\d\p{L}])/giu;
/** What schools and publishers exchange instead of a number: digits and letters of a hash. */
const eckId = /(?<![\p{L}])ECK[\s-]?iD\s*[:=]?\s*([0-9a-f]{16,128})/giu;

/** Numbers that are said to be those of a pupil in the administration of a school. */
export function* findEducationNumbers({ text }: Chunk): Generator<Found> {
  for (const pattern of [labelled, eckId])
    for (const { 0: all, 1: number = '', index } of text.matchAll(pattern)) {
      const end = index + all.length;
      const start = end - number.length;
      yield {
        kind: 'education-number',
        reason: 'education-number-labelled',
        sure: 'certain',
        start,
        end,
        hide: [{ start, end }],
      };
    }
}
