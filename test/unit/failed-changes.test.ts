import { describe, expect, it } from 'vitest';
import { withFailed, withoutSaved } from '../../renderer/features/item/edit/failed-changes';

const title = (value: string) => ({ change: { set: { title: value } }, label: 'change' });
const tags = { change: { add: { tags: ['mbo'] } }, label: 'tag' };

describe('changes that could not be saved', () => {
  it('keeps the latest of a field, and everything of the others', () => {
    const both = { change: { set: { title: 'Een', summary: 'Kort' } }, label: 'change' };
    expect(withFailed(withFailed([both], tags), title('Twee'))).toEqual([
      { change: { set: { summary: 'Kort' } }, label: 'change' },
      tags,
      title('Twee'),
    ]);
  });

  it('holds one that failed again once', () => {
    const first = title('Een');
    expect(withFailed([first], first)).toEqual([first]);
    expect(withFailed([tags], tags)).toEqual([tags]);
  });

  it('does not send an older value of a field that was saved since', () => {
    expect(withoutSaved([title('Oud'), tags], title('Nieuw').change)).toEqual([tags]);
    expect(withoutSaved([tags], tags.change)).toEqual([]);
  });
});
