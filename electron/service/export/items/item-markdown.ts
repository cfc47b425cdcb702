import type { BlobHash, ItemId } from '../../../../shared/base/ids';
import type { JsonValue } from '../../../../shared/base/json';
import { fieldLabels, type FieldKey } from '../../../../shared/messages/fields';
import type { Language } from '../../../../shared/messages/text';
import { typeLabels } from '../../../../shared/messages/types';
import { relationLabels } from '../../../../shared/messages/vocabulary';
import { fieldsOf, itemTypes } from '../../../../shared/model/types';
import { fold } from '../../../../shared/search/fold';
import type { ItemState } from '../../../../shared/revision/item-state';
import { relationsOf, titleOf, typeOf } from '../../../insight/item-fields';
import { fileOf } from '../../handlers/items';

export interface TextFile {
  /** With `/`, below the folder. */
  readonly path: string;
  readonly text: string;
}

export interface MarkdownFolder {
  readonly texts: readonly TextFile[];
  /** Files of items, to be copied to their place. */
  readonly copies: readonly { readonly path: string; readonly hash: BlobHash }[];
}

/** A folder of Markdown: a folder for each type, a file for each item with its fields as YAML above its texts, and links between them. */
export function itemMarkdown(items: readonly ItemState[], language: Language): MarkdownFolder {
  const shown = items.filter((state) => itemTypes.some(({ name }) => name === typeOf(state)));
  const paths = pathsOf(shown);
  const files = new Map(
    shown.flatMap((state) => {
      const file = fileOf(state);
      return file === null
        ? []
        : [[state.id, { hash: file.hash, path: `bestanden/${fileName(file.name, state.id)}` }] as const];
    }),
  );
  const title = (id: ItemId): string => titleOf(shown.find((state) => state.id === id) as ItemState);
  const texts = shown.map((state): TextFile => {
    const links = relationsOf(state).flatMap(({ kind, target }) => {
      const path = paths.get(target);
      return path === undefined
        ? []
        : [`- ${relationLabels[kind].forward[language]}: [${plain(title(target))}](../${path})`];
    });
    const file = files.get(state.id);
    return {
      path: paths.get(state.id) as string,
      text: [
        frontMatter(state),
        `# ${plain(titleOf(state))}`,
        ...(file === undefined ? [] : [`[${plain(file.path.slice('bestanden/'.length))}](../${file.path})`]),
        ...longTexts(state, language),
        ...(links.length === 0 ? [] : [`## ${language === 'nl' ? 'Relaties' : 'Relations'}`, links.join('\n')]),
      ]
        .join('\n\n')
        .concat('\n'),
    };
  });
  return { texts: [...texts, indexOf(shown, paths, language)], copies: [...files.values()] };
}

function longTexts(state: ItemState, language: Language): string[] {
  return fieldsOf(typeOf(state))
    .filter(({ kind }) => kind === 'text' || kind === 'markdown')
    .flatMap(({ key }) => {
      const value = state.fields[key];
      return typeof value !== 'string' || value.trim() === ''
        ? []
        : [`## ${fieldLabels[key as FieldKey][language]}`, value.trim()];
    });
}

/** Values as JSON, which is YAML too: nothing in a value can break out of it. */
function frontMatter(state: ItemState): string {
  const line = (key: string, value: JsonValue): string => `${key}: ${JSON.stringify(value)}`;
  const fields = fieldsOf(typeOf(state)).flatMap(({ key, kind }) => {
    if (kind === 'text' || kind === 'markdown') return [];
    const value = kind === 'set' ? [...(state.sets[key] ?? [])] : (state.fields[key] ?? null);
    return value === null || (Array.isArray(value) && value.length === 0) ? [] : [line(key, value as JsonValue)];
  });
  return ['---', line('id', state.id), line('type', typeOf(state)), ...fields, '---'].join('\n');
}

function indexOf(items: readonly ItemState[], paths: ReadonlyMap<ItemId, string>, language: Language): TextFile {
  const parts = itemTypes.flatMap(({ name }) => {
    const own = items
      .filter((state) => typeOf(state) === name)
      .sort((a, b) => titleOf(a).localeCompare(titleOf(b), language));
    if (own.length === 0) return [];
    const lines = own.map((state) => `- [${plain(titleOf(state))}](${paths.get(state.id) ?? ''})`);
    return [`## ${typeLabels[name].many[language]}`, lines.join('\n')];
  });
  return { path: 'README.md', text: ['# Raakvlak', ...parts].join('\n\n').concat('\n') };
}

/** Short, in plain letters, each once: every system can keep them. */
function pathsOf(items: readonly ItemState[]): ReadonlyMap<ItemId, string> {
  const taken = new Set<string>();
  return new Map(
    items.map((state) => {
      const name = `${typeOf(state)}/${slug(titleOf(state))}`;
      let path = `${name}.md`;
      for (let n = 2; taken.has(path); n += 1) path = `${name}-${n}.md`;
      taken.add(path);
      return [state.id, path] as const;
    }),
  );
}

function slug(text: string): string {
  const plainText = fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 70)
    .replace(/^-+|-+$/g, '');
  // Windows keeps these names for itself.
  return /^(con|prn|aux|nul|com\d|lpt\d)$|^$/.test(plainText) ? `item-${plainText}` : plainText;
}

function fileName(name: string, id: ItemId): string {
  const [, base = name, extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/.exec(name) ?? [];
  return `${slug(base)}-${id.slice(-6)}${extension.toLowerCase()}`;
}

function plain(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&').replace(/\s+/g, ' ');
}
