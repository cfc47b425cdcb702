import type { ElectronApplication, Locator, Page } from 'playwright/test';
import { expect } from 'playwright/test';
import type { ItemId, SpaceId } from '../../shared/base/ids';
import type { CallInput, CallName, CallOutput } from '../../shared/contract';
import type { SpaceStatus } from '../../shared/model/sync';
import { ask, type RunningApp } from './launch';
import { pane } from './steps';

export interface Person {
  readonly name: string;
  readonly organisation: string;
}

export const sam: Person = { name: 'Sam Bakker (voorbeeld)', organisation: 'Regio Waterrand' };
export const noor: Person = { name: 'Noor de Vries (voorbeeld)', organisation: 'ROC Rivierenland' };

export function sidebar(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Bibliotheek' });
}

/** The answer of the trusted side; the test fails when it is an error. */
export async function answer<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const result = await ask(page, name, input);
  if (!result.ok) throw new Error(`${name}: ${result.code} ${JSON.stringify(result.params)}`);
  return result.value;
}

async function addSpace(page: Page, entry: string): Promise<Locator> {
  await sidebar(page).getByRole('button', { name: 'Map delen of openen…' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  return page.getByRole('dialog');
}

async function confirmReaders(dialog: Locator, person: Person, go: string): Promise<void> {
  await expect(dialog).toContainText('Iedereen die deze map kan openen, nu en later.');
  await dialog.getByLabel('Ik weet wie dit kan lezen').check();
  await dialog.getByLabel('Uw naam').fill(person.name);
  await dialog.getByLabel('Uw organisatie').fill(person.organisation);
  await dialog.getByRole('button', { name: go }).click();
}

/** Makes a space in an empty folder, as a person would; `at` is called at each step. */
export async function makeSpace(
  { page }: RunningApp,
  name: string,
  folder: string,
  person: Person,
  at: (step: string) => Promise<void> = async () => undefined,
): Promise<void> {
  const dialog = await addSpace(page, 'Nieuwe ruimte…');
  await dialog.getByRole('textbox', { name: 'Naam van de ruimte' }).fill(name);
  await at('name');
  await dialog.getByRole('button', { name: 'Volgende' }).click();
  await dialog.getByLabel('Map', { exact: true }).fill(folder);
  await dialog.getByRole('button', { name: 'Kijken wat er staat' }).click();
  await expect(dialog).toContainText('De map is leeg.');
  await at('place');
  await dialog.getByRole('button', { name: 'Volgende' }).click();
  await at('readers');
  await confirmReaders(dialog, person, 'Ruimte maken');
  await expect(dialog.getByRole('heading', { name: `“${name}” is klaar` })).toBeVisible({ timeout: 20_000 });
  await at('ready');
  await dialog.getByRole('button', { name: 'Klaar' }).click();
  await expect(dialog).toHaveCount(0);
}

/** Opens the space that is in a folder. */
export async function openSpace(
  { page }: RunningApp,
  name: string,
  folder: string,
  person: Person,
  at: (step: string) => Promise<void> = async () => undefined,
): Promise<void> {
  const dialog = await addSpace(page, 'Ruimte openen…');
  await dialog.getByLabel('Map', { exact: true }).fill(folder);
  await dialog.getByRole('button', { name: 'Kijken wat er staat' }).click();
  await expect(dialog).toContainText(`Gevonden: de ruimte “${name}”`);
  await at('found');
  await dialog.getByRole('button', { name: 'Volgende' }).click();
  await confirmReaders(dialog, person, 'Ruimte openen');
  await expect(dialog.getByRole('heading', { name: `“${name}” is opgehaald` })).toBeVisible({ timeout: 20_000 });
  await at('here');
  await dialog.getByRole('button', { name: 'Klaar' }).click();
  await expect(dialog).toHaveCount(0);
}

/** Puts the item that is looked at in a space. */
export async function shareItem(page: Page, space: string, how: 'copy' | 'move' = 'copy'): Promise<void> {
  await pane(page).getByRole('button', { name: 'Meer acties' }).click();
  await page.getByRole('menuitem', { name: 'Delen in ruimte…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: new RegExp(`^${space}`) }).click();
  if (how === 'move') await dialog.getByRole('radio', { name: /^Verplaatsen/ }).click();
  await dialog.getByLabel('Ik weet wie dit kan lezen').check();
  await dialog.getByRole('button', { name: how === 'move' ? 'Verplaatsen' : 'Delen', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

export async function spaceOf(page: Page, name: string): Promise<SpaceStatus> {
  const found = (await answer(page, 'spaces.list', undefined)).find((space) => space.name === name);
  if (found === undefined) throw new Error(`There is no space ${name}`);
  return found;
}

/** Rounds on all devices, in turn, until each says that it is in step. */
export async function settle(name: string, ...people: readonly RunningApp[]): Promise<void> {
  await expect(async () => {
    for (const { page } of people) await answer(page, 'sync.now', { id: (await spaceOf(page, name)).id });
    for (const { page } of people)
      expect(await spaceOf(page, name)).toMatchObject({ state: 'idle', toSend: { changes: 0, files: 0 }, fault: null });
  }).toPass({ timeout: 30_000 });
}

/** The items of a space with everything that replicas must agree on. */
export async function stateOfSpace(page: Page, name: string): Promise<readonly unknown[]> {
  const { id } = await spaceOf(page, name);
  const rows = await itemsOf(page, id);
  const details = await Promise.all(rows.map((item) => answer(page, 'items.get', { id: item })));
  return details
    .map(({ state }) => ({
      id: state.id,
      fields: state.fields,
      sets: state.sets,
      heads: state.heads,
      deleted: state.deleted,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export async function itemsOf(page: Page, space: SpaceId): Promise<readonly ItemId[]> {
  const query = {
    text: '',
    filters: { space: [space] },
    group: null,
    collection: null,
    view: 'all',
    sort: 'title',
    descending: false,
    withoutExpansions: [],
    offset: 0,
    limit: 100,
  } as const;
  const page_ = await answer(page, 'items.query', {
    query: { ...query, filters: { space: [space] }, withoutExpansions: [] },
    mode: 'full',
  });
  return page_.rows.map((row) => row.id);
}

/** Lets the system's dialog for saving answer with a path. */
export async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

/** Lets the system's dialog for opening answer with a path. */
export async function answerOpenDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}
