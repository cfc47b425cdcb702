import type { JsonValue } from '../../shared/base/json';
import { hidden } from '../../shared/guard/hidden';
import { isNotice, type Finding } from '../../shared/guard/finding';
import { fieldOf } from '../../shared/model/types';
import type { ItemState } from '../../shared/revision/item-state';
import { look } from './look';

/** A field's text within the text of the whole item. */
interface Part {
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

export interface ItemText {
  readonly text: string;
  readonly parts: readonly Part[];
}

/** These name things of the library, not of people. */
const ownFields: ReadonlySet<string> = new Set(['type', 'origin', 'movedTo', 'deleted', 'anchor', 'language']);
const parted = '\n\n';
const mostRounds = 4;

/** All that people wrote in an item as one text: a name in the title belongs to the date in the summary. */
export function textOf({ fields, sets }: Pick<ItemState, 'fields' | 'sets'>): ItemText {
  const parts: Part[] = [];
  let text = '';
  const add = (field: string, value: string): void => {
    if (value === '') return;
    parts.push({ field, start: text.length, end: text.length + value.length });
    text += value + parted;
  };
  for (const [field, value] of Object.entries(fields)) if (!ownFields.has(field)) add(field, words(value));
  for (const [field, values] of Object.entries(sets))
    if (field !== 'relations') add(field, values.map(words).join('\n'));
  return { text, parts };
}

export function partAt({ parts }: ItemText, place: number): Part | null {
  return parts.find(({ start, end }) => place >= start && place <= end) ?? null;
}

/** Of a file only its name, of other values all text in it. */
function words(value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value))
    return value
      .map(words)
      .filter((each) => each !== '')
      .join('\n');
  if (typeof value !== 'object' || value === null) return '';
  if ('hash' in value) return typeof value['name'] === 'string' ? value['name'] : '';
  return Object.values(value)
    .map(words)
    .filter((each) => each !== '')
    .join('\n');
}

/** The item's fields with what the guard finds hidden. A value that is no plain text and has something to hide is left out. */
export async function redactFields(
  state: Pick<ItemState, 'fields' | 'sets'>,
): Promise<{ readonly fields: Readonly<Record<string, JsonValue>>; readonly sets: ItemState['sets'] }> {
  let { fields, sets }: { fields: Record<string, JsonValue>; sets: ItemState['sets'] } = {
    ...state,
    fields: { ...state.fields },
  };
  for (let round = 0; round < mostRounds; round += 1) {
    const whole = textOf({ fields, sets });
    const findings = (await look([whole.text])).filter((finding) => !isNotice(finding));
    if (findings.length === 0) break;
    for (const part of whole.parts) {
      const inside = findingsIn(findings, part);
      if (inside.length === 0) continue;
      const value = fields[part.field];
      const after = hidden(whole.text.slice(part.start, part.end), inside);
      if (typeof value === 'string' && holdsText(String(fields['type']), part.field))
        fields = { ...fields, [part.field]: after };
      else if (value !== undefined) fields = { ...fields, [part.field]: null };
      else sets = { ...sets, [part.field]: after.split('\n') };
    }
  }
  return { fields, sets };
}

function holdsText(type: string, field: string): boolean {
  return ['line', 'text', 'markdown'].includes(fieldOf(type, field)?.kind ?? '');
}

/** What is to be hidden in a part, in its own places. */
function findingsIn(findings: readonly Finding[], { start, end }: Part): readonly Pick<Finding, 'kind' | 'hide'>[] {
  return findings.flatMap(({ kind, hide }) => {
    const own = hide
      .filter((span) => span.start < end && span.end > start)
      .map((span) => ({ start: Math.max(0, span.start - start), end: Math.min(end, span.end) - start }));
    return own.length === 0 ? [] : [{ kind, hide: own }];
  });
}
