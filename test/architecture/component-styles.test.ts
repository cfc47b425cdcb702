/** The rules of every Mantine component that the window uses come with its first screen, and those of no other: all of them are twice as much to read at every start. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const mantine = join(root, 'node_modules/@mantine/core');
const read = (path: string): string => readFileSync(path, 'utf8');

/** Components of the core that the sources name, and those of the messages in the corner. */
function componentsUsed(): readonly string[] {
  const sources = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => read(join(root, 'renderer', path)));
  const named = sources.flatMap((source) =>
    [...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names = '']) => names.split(',')),
  );
  return [...new Set([...named.map((name) => name.trim()), 'Notification'])];
}

/** Names of the style sheets of these components and of what they are made of. */
function sheetsOf(components: readonly string[]): ReadonlySet<string> {
  const [seen, sheets] = [new Set<string>(), new Set<string>()];
  const visit = (path: string): void => {
    if (seen.has(path) || !existsSync(path)) return;
    seen.add(path);
    if (path.endsWith('.module.mjs')) sheets.add(basename(path, '.module.mjs'));
    for (const [, next = ''] of read(path).matchAll(/from "(\.[^"]+)"/g)) visit(join(dirname(path), next));
  };
  for (const name of components) visit(join(mantine, 'esm/components', name, `${name}.mjs`));
  return sheets;
}

test('mantine.css has the style sheets of the components that are used, in the order of Mantine', () => {
  const imported = [...read(join(root, 'renderer/styles/mantine.css')).matchAll(/core\/styles\/([^.]+)\.css/g)]
    .map(([, name = '']) => name)
    .filter((name) => !['baseline', 'default-css-variables', 'global'].includes(name));
  expect([...imported].sort()).toEqual([...sheetsOf(componentsUsed())].sort());
  const all = read(join(mantine, 'styles.css'));
  const places = imported.map((name) =>
    all.indexOf(
      read(join(mantine, `styles/${name}.css`))
        .trim()
        .slice(0, 60),
    ),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
