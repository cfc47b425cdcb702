type Urls = Readonly<Record<string, string>>;

// Character maps and fonts that a PDF may count on are part of the build; nothing is ever fetched from elsewhere.
const characterMaps: Urls = import.meta.glob('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});
const fonts: Urls = import.meta.glob('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

const folder = '../../../node_modules/pdfjs-dist';

/** Gives pdf.js the character map of a name; rejects for one that does not exist. */
export class BundledCharacterMaps {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    return { cMapData: await load(characterMaps[`${folder}/cmaps/${name}.bcmap`], name), isCompressed: true };
  }
}

/** Gives pdf.js one of the fourteen fonts that a PDF need not bring along. */
export class BundledFonts {
  fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    return load(fonts[`${folder}/standard_fonts/${filename}`], filename);
  }
}

async function load(url: string | undefined, name: string): Promise<Uint8Array> {
  if (url === undefined) throw new Error(`No such part: ${name}`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for ${name}`);
  return new Uint8Array(await response.arrayBuffer());
}
