import { expect, test } from 'vitest';
import { toPageUnits, toShares } from '../../electron/documents/pdf-annotation';
import { must } from '../support/must';

test.each([0, 90, 180, 270])('places are the same going in and out of a page turned by %i degrees', (rotate) => {
  const box = { view: [10, 20, 605, 862], rotate } as const;
  const rect = [0.1, 0.2, 0.3, 0.05] as const;
  must(toShares(toPageUnits([...rect], box), box)).forEach((share, index) =>
    expect(share).toBeCloseTo(must(rect[index]), 9),
  );
});
