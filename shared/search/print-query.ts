import { assertNever } from '../base/assert-never';
import type { QueryNode } from './query';

function printYears(from: number | null, to: number | null): string {
  if (from === null) return to === null ? '' : `<=${to}`;
  if (to === null) return `>=${from}`;
  return from === to ? String(from) : `${from}-${to}`;
}

function print(node: QueryNode): string {
  switch (node.kind) {
    case 'word':
      return node.open ? `${node.text}*` : node.text;
    case 'phrase':
      return `"${node.text}"`;
    case 'title':
      return `title:${print(node.node)}`;
    case 'value':
      return `${node.field}:${node.exact || /\s/.test(node.text) ? `"${node.text}"` : node.text}`;
    case 'year':
      return `year:${printYears(node.from, node.to)}`;
    case 'not':
      return `-${print(node.node)}`;
    case 'and':
      return node.nodes.map(print).join(' ');
    case 'or':
      return node.nodes.map(print).join(' OR ');
    default:
      return assertNever(node);
  }
}

/** The text that gives this query again. Ends in a space when its last word is complete. */
export function printQuery(node: QueryNode): string {
  const text = print(node);
  return /[^\s"*]$/.test(text) ? `${text} ` : text;
}
