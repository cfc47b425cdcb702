import { expect, it } from 'vitest';
import { reflow } from '../../renderer/viewers/text/reflow';

const full = 'Uit de gesprekken komt naar voren dat een vast gezicht het verschil';

it('joins a full line with the line it goes on in', () => {
  expect(reflow(`${full}\nmaakt.\nKort.\nEinde`)).toBe(`${full} maakt.\nKort.\nEinde`);
});

it.each(['', '- punt', '1. punt', '  ingesprongen', '• punt'])('keeps a full line apart from “%s”', (next) => {
  expect(reflow(`${full}\n${next}`)).toBe(`${full}\n${next}`);
});

it('keeps rows with tabs and text without lines', () => {
  expect(reflow(`${full}\t1\nrij`)).toBe(`${full}\t1\nrij`);
  expect(reflow('')).toBe('');
});
