const spaces = /[^\S\n\t]+/g;
const invisible =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|\u00ad(?=\S)/g;

/** Text as it is kept: composed characters, one kind of line end and of space, no invisible characters, at most one empty line. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(invisible, '')
    .replace(/\u2011/g, '-')
    .replace(spaces, ' ')
    .replace(/ ?\t[ \t]*/g, '\t')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n +/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same for what stands on one line: a title, a heading, a name. */
export function tidyLine(text: string): string {
  return tidyText(text).replace(/\s+/g, ' ');
}
