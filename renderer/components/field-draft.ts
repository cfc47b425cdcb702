import { z } from 'zod';
import type { JsonValue } from '../../shared/base/json';
import type { FieldKind, FieldSpec } from '../../shared/model/field';
import { fieldSchema, periodSchema, yearSchema } from '../../shared/model/field-schema';

/** What is wrong with what somebody typed. */
export type DraftProblem =
  'required' | 'tooLong' | 'year' | 'period' | 'url' | 'email' | 'date' | 'number' | 'choice' | 'list';
export type DraftReading =
  { readonly ok: true; readonly value: JsonValue } | { readonly ok: false; readonly problem: DraftProblem };

/** A single-valued field as text in a form: lists one element per line, a period as `from/to`, a flag as `yes` or nothing. */
export function toDraft(kind: FieldKind, value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join('\n');
  if (typeof value === 'boolean') return value ? 'yes' : '';
  const period = kind === 'period' ? periodSchema.safeParse(value) : undefined;
  if (period?.success === true) return `${period.data.from ?? ''}/${period.data.to ?? ''}`;
  return typeof value === 'object' ? '' : String(value);
}

/** What typed text means for a field, checked with the field's own schema; empty text is null. Not for `set` fields. */
export function readDraft(spec: FieldSpec, draft: string): DraftReading {
  const value = valueOf(spec.kind, draft);
  if (value === null && spec.required === true) return { ok: false, problem: 'required' };
  if (value === undefined || !fieldSchema(spec).safeParse(value).success)
    return { ok: false, problem: problemOf(spec.kind, draft) };
  return { ok: true, value };
}

/** undefined: the text cannot be such a value. */
function valueOf(kind: FieldKind, draft: string): JsonValue | undefined {
  const text = draft.trim();
  switch (kind) {
    case 'markdown':
    case 'text':
      return text === '' ? null : draft.trimEnd();
    case 'list':
      return text === ''
        ? null
        : text
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '');
    case 'period':
      return periodOf(text);
    case 'flag':
      return text === '' ? null : true;
    case 'year':
    case 'number':
      return text === '' ? null : numberOf(text);
    case 'date':
      return text === '' ? null : dateOf(text);
    case 'url':
      return text === '' ? null : urlOf(text);
    case 'line':
    case 'choice':
    case 'email':
    case 'set':
      return text === '' ? null : text;
  }
}

function numberOf(text: string): number | undefined {
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}

/** People leave the scheme out; browsers of the supported range take a space in a host, people never mean one. */
function urlOf(text: string): string | undefined {
  if (/\s/.test(text)) return undefined;
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
}

function periodOf(text: string): JsonValue | undefined {
  const [from, to] = text.split('/').map((part) => (part.trim() === '' ? null : numberOf(part.trim())));
  if (from === undefined || to === undefined) return text === '' ? null : undefined;
  return from === null && to === null ? null : { from, to };
}

/** `2021`, `2021-06`, `2021-06-30`, and as the Dutch write it `30-6-2021`; a day that does not exist is undefined. */
function dateOf(text: string): string | undefined {
  const dutch = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text);
  const date = dutch === null ? text : `${dutch[3]}-${dutch[2]?.padStart(2, '0')}-${dutch[1]?.padStart(2, '0')}`;
  const full = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
  return z.iso.date().safeParse(full).success ? date : undefined;
}

function problemOf(kind: FieldKind, draft: string): DraftProblem {
  switch (kind) {
    case 'period': {
      const years = draft
        .split('/')
        .map((year) => year.trim())
        .filter((year) => year !== '');
      return years.every((year) => yearSchema.safeParse(Number(year)).success) ? 'period' : 'year';
    }
    case 'year':
    case 'url':
    case 'email':
    case 'date':
    case 'number':
    case 'choice':
    case 'list':
      return kind;
    case 'line':
    case 'text':
    case 'markdown':
    case 'set':
    case 'flag':
      return 'tooLong';
  }
}
