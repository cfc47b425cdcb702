import type { Heading, RawDocument } from './document-text';
import type { DocumentContext } from './limits';
import { mainPart, readPart, readProperties, readRelationships } from './office-parts';
import type { ZipParts } from './zip';

/** A page per slide in the order they are shown, its title as heading, speaker's notes below it. Errors: those of `readXml`. */
export function readPptx(zip: ZipParts, context: DocumentContext): RawDocument {
  const main = mainPart(zip, 'ppt/presentation.xml', context);
  const related = readRelationships(zip, main, context);
  const slides: string[] = [];
  const found = readPart(zip, main, context, {
    open: (name, attributes) => {
      const slide = related.get(attributes['r:id'] ?? '');
      if (name === 'sldId' && slide !== undefined) slides.push(slide.target);
    },
  });
  if (!found) throw new Error('no main part');
  let hasPictures = false;
  const headings: Heading[] = [];
  const pages = slides.map((part, page) => {
    const slide = readSlide(zip, part, context);
    const notes = [...readRelationships(zip, part, context).values()].find(({ type }) => type === 'notesSlide');
    hasPictures ||= slide.hasPictures;
    if (slide.title !== '') headings.push({ level: 1, text: slide.title, page });
    return notes === undefined ? slide.text : `${slide.text}\n\n${readSlide(zip, notes.target, context).text}`;
  });
  const properties = readProperties(zip, 'docProps/core.xml', context);
  return { ...properties, title: properties.title ?? headings[0]?.text ?? null, pages, headings, hasPictures };
}

interface Slide {
  readonly text: string;
  readonly title: string;
  readonly hasPictures: boolean;
}

/** Placeholders that every slide repeats. */
const furniture = new Set(['sldNum', 'dt', 'ftr', 'hdr', 'sldImg']);

function readSlide(zip: ZipParts, part: string, context: DocumentContext): Slide {
  let text = '';
  let title = '';
  let placeholder = '';
  let inText = false;
  let hasPictures = false;
  readPart(zip, part, context, {
    open: (name, attributes) => {
      if (name === 'sp' || name === 'graphicFrame') placeholder = '';
      else if (name === 'ph') placeholder = attributes['type'] ?? 'body';
      else if (name === 't') inText = true;
      else if (name === 'br') text += '\n';
      else if (name === 'blip') hasPictures = true;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (furniture.has(placeholder)) return;
      else if (name === 'p') text += '\n';
      else if (name === 'sp' || name === 'tbl') text += '\n';
      else if (name === 'tc') text = `${text.trimEnd()}\t`;
      else if (name === 'tr') text += '\n';
    },
    text: (run) => {
      if (!inText || furniture.has(placeholder)) return;
      text += run;
      if (placeholder === 'title' || placeholder === 'ctrTitle') title += run;
    },
  });
  return { text, title, hasPictures };
}
