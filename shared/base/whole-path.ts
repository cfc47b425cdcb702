/** A path from the root of a disk on, of any system: `/home/sam`, `C:\Users\sam`, `\\server\map`. No system has a name with a zero in it. */
export const wholePath = /^(?:\/|[A-Za-z]:[\\/]|\\\\)[^\0]*$/;

/** What somebody typed or pasted as a path, without the space and the quotes that Windows copies along. */
export function typedPath(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1');
}
