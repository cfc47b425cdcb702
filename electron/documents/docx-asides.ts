import type { DocumentContext } from './limits';
import { recognise } from './kind';
import { mainPart, readPart } from './office-parts';
import { tidyText } from './tidy';
import type { ZipParts } from './zip';

const asideParts = /^word\/(?:header|footer|comments)\d*\.xml$/;

/**
 * What a Word file holds besides the text one reads: headers, footers and comments, a page each, and what was deleted with changes tracked. Nothing for other
 * kinds. It is not searched; whoever shares the file shares it too. Errors: those of `recognise` and `readXml`.
 */
export function readAsides(bytes: Uint8Array, context: DocumentContext): readonly string[] {
  const { kind, zip } = recognise(bytes, context);
  if (kind !== 'docx' || zip === null) return [];
  const parts = zip.names.filter((name) => asideParts.test(name)).map((name) => textOf(zip, name, 't', context));
  const deleted = textOf(zip, mainPart(zip, 'word/document.xml', context), 'delText', context);
  return [...parts, deleted].map(tidyText).filter((text) => text !== '');
}

function textOf(zip: ZipParts, part: string, element: 't' | 'delText', context: DocumentContext): string {
  let text = '';
  let inText = false;
  readPart(zip, part, context, {
    open: (name) => {
      inText = name === element;
      if (name === 'tab') text += '\t';
    },
    close: (name) => {
      inText = false;
      if (name === 'p') text += '\n';
      else if (name === 'tc') text = `${text.trimEnd()}\t`;
      else if (name === 'tr') text += '\n';
    },
    text: (words) => {
      if (inText) text += words;
    },
  });
  return text;
}
