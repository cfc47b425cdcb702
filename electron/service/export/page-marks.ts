import { stateLine, watermark } from '../../../shared/messages/draft-state';
import type { ItemState } from '../../../shared/revision/item-state';

/** What stands on every page of a draft that goes out. */
export interface PageMarks {
  readonly stateLine: string;
  readonly watermark: string;
}

export function pageMarks(state: ItemState, language: 'nl' | 'en'): PageMarks {
  return { stateLine: stateLine(state, language), watermark: watermark(state, language) };
}
