/** Width and height in pixels of a PNG, GIF or JPEG, from its header; null when it has none. */
export function pictureSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (data.length < 24) return null;
  if (data.readUInt32BE(0) === 0x89504e47) return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
  if (data.toString('latin1', 0, 3) === 'GIF') return { width: data.readUInt16LE(6), height: data.readUInt16LE(8) };
  return jpegSize(data);
}

/** The frame header (SOF0 to SOF15, but for the tables among them) holds the size. */
function jpegSize(data: Buffer): { width: number; height: number } | null {
  if (data.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < data.length;) {
    if (data[at] !== 0xff) return null;
    const marker = data[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    at += 2 + data.readUInt16BE(at + 2);
  }
  return null;
}
