/** The address, or null when it is none. (`URL.canParse` is not in every Node that this runs on.) */
export function parsedUrl(text: string, base?: URL): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
