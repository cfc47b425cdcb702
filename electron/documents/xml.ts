import { SaxesParser } from 'saxes';
import { AppError } from '../../shared/base/errors';
import { type DocumentContext, tooMuchText } from './limits';
import { decodeXml } from './text-encoding';

export type XmlAttributes = Readonly<Record<string, string>>;

/** Called in document order. Element names come without their prefix, attribute names as written. */
export interface XmlHandlers {
  open?(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads one XML part of a document. Nothing outside it is ever read, and no entity is expanded but the five of XML itself.
 * Errors: `xml-bomb` (declares a document type or entities), `document-too-complex` (nested too deep, too many elements),
 * `document-too-much-text`, `document-damaged`.
 */
export function readXml(xml: Uint8Array, context: DocumentContext, handlers: XmlHandlers): void {
  const { name, limits } = context;
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let elements = 0;
  parser.on('doctype', () => {
    throw new AppError('xml-bomb', { name });
  });
  parser.on('opentag', (tag) => {
    if (++depth > limits.maxNesting || ++elements > limits.maxXmlElements)
      throw new AppError('document-too-complex', { name });
    handlers.open?.(localName(tag.name), tag.attributes as XmlAttributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  let characters = 0;
  const text = (part: string): void => {
    characters += part.length;
    if (characters > limits.maxTextCharacters) throw tooMuchText(context);
    handlers.text?.(part);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('error', (cause) => {
    throw new AppError('document-damaged', { name }, { cause });
  });
  for (const part of decodeXml(xml)) parser.write(part);
  parser.close();
}

/** Two documents may bind one namespace to different prefixes; the part after the colon is what the formats fix. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
