import { versionTexts } from '../../../../shared/messages/ui/conflicts';
import type { ItemDetail } from '../../../../shared/model/views';
import type { FieldVersion } from '../../../../shared/revision/item-state';
import { useText } from '../../../components/use-text';

/** Who wrote a version, in a word or a name. */
export function useAuthor({ authors }: ItemDetail): (version: FieldVersion) => string {
  const t = useText(versionTexts);
  return ({ device }) => {
    const author = authors[device];
    if (author?.self === true) return t('you');
    return author === undefined || author.name === '' ? t('other') : author.name;
  };
}
