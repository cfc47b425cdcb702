import { Autocomplete, Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { actionTexts } from '../../../shared/messages/ui/browse';
import { DialogButtons } from '../../components/dialog-buttons';
import { useFormat } from '../../components/format';
import { useReturnFocus } from '../../components/use-return-focus';
import { useText } from '../../components/use-text';
import { focusPane } from '../../state/search';
import { useItemActions } from './use-item-actions';

interface Props {
  readonly ids: readonly ItemId[];
  /** Tags to choose from. */
  readonly known: readonly string[];
  readonly onClose: () => void;
}

/** Adds a tag to items or takes one away. */
export function TagsDialog({ ids, known, onClose }: Props): React.JSX.Element {
  useReturnFocus(() => focusPane('list'));
  const t = useText(actionTexts);
  const format = useFormat();
  const { tag, untag } = useItemActions();
  const [value, setValue] = useState('');
  const [tried, setTried] = useState(false);
  const apply = (work: (ids: readonly ItemId[], tag: string) => Promise<void>): void => {
    setTried(true);
    if (value.trim() === '') return;
    void work(ids, value.trim());
    onClose();
  };
  const title = ids.length === 1 ? t('tagsTitleOne') : t('tagsTitleMany', { n: format.number(ids.length) });
  return (
    <Modal opened onClose={onClose} title={title} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          apply(tag);
        }}
      >
        <Autocomplete
          label={t('tag')}
          description={t('tagHint')}
          data={[...new Set(known)]}
          limit={12}
          maxLength={200}
          value={value}
          onChange={setValue}
          data-autofocus
          openOnFocus={false}
          error={tried && value.trim() === '' ? t('tagNeeded') : undefined}
        />
        <DialogButtons>
          <Button variant="default" onClick={() => apply(untag)}>
            {t('removeTag')}
          </Button>
          <Button type="submit">{t('addTag')}</Button>
        </DialogButtons>
      </form>
    </Modal>
  );
}
