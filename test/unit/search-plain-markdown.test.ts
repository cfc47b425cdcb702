import { describe, expect, it } from 'vitest';
import { plainMarkdown } from '../../electron/search/plain-markdown';

describe('Markdown for searching', () => {
  it.each([
    ['## Wie is aan zet?', 'Wie is aan zet?'],
    ['**Product.** Een routekaart', 'Product. Een routekaart'],
    ['- eerst *bellen*\n- dan _schrijven_', 'eerst bellen\ndan schrijven'],
    ['1. Lees [de gids](https://voorbeeld.nl/gids)', 'Lees de gids'],
    ['> Zo zei zij het', 'Zo zei zij het'],
    ['een naam_met_streepjes en 2 * 3 * 4', 'een naam_met_streepjes en 2 * 3 * 4'],
  ])('%j reads %j', (markdown, text) => expect(plainMarkdown(markdown)).toBe(text));
});
