import { deflateSync } from 'node:zlib';

const lineLength = 90;
const linesOnPage = 50;
/** Numbers of the three objects that every file has; those of the pages follow. */
const [catalogue, pageTree, font] = [1, 2, 3];

/** A plain PDF 1.4 of text in Helvetica, as many pages as it needs, content compressed. Characters outside Windows-1252 become `?`. */
export function pdfOfText(text: string): Buffer {
  return pdfOfLines(linesOf(text));
}

/** The same with each line where it is. */
export function pdfOfLines(lines: readonly string[]): Buffer {
  const objects: Buffer[] = [];
  const kids: string[] = [];
  for (let at = 0, number = font + 1; at < lines.length; at += linesOnPage, number += 2) {
    const content = deflateSync(pageContent(lines.slice(at, at + linesOnPage)));
    objects[number] = Buffer.concat([
      Buffer.from(`<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ]);
    objects[number + 1] = Buffer.from(
      `<< /Type /Page /Parent ${pageTree} 0 R /MediaBox [0 0 595 842] /Contents ${number} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    );
    kids.push(`${number + 1} 0 R`);
  }
  objects[catalogue] = Buffer.from(`<< /Type /Catalog /Pages ${pageTree} 0 R >>`);
  objects[pageTree] = Buffer.from(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] >>`);
  objects[font] = Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  return fileOf(objects);
}

function linesOf(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length >= lineLength) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}

function pageContent(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&').replace(/[^\u0020-\u00ff]/g, '?')}) Tj T*`);
  return Buffer.from(`BT /F1 10 Tf 12 TL 40 800 Td\n${shown.join('\n')}\nET`, 'latin1');
}

/** The objects with their table of places, from number 1. */
function fileOf(objects: readonly Buffer[]): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n')];
  let size = parts[0]?.length ?? 0;
  let places = '0000000000 65535 f \n';
  for (let number = 1; number < objects.length; number += 1) {
    places += `${String(size).padStart(10, '0')} 00000 n \n`;
    const part = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      objects[number] ?? Buffer.alloc(0),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    size += part.length;
  }
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length}\n${places}trailer\n<< /Size ${objects.length} /Root ${catalogue} 0 R >>\nstartxref\n${size}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
