import { NativeSelect } from '@mantine/core';
import type { SpaceId } from '../../../shared/base/ids';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import { useText } from '../../components/use-text';
import classes from './annotation-pane.module.css';
import type { Annotator } from './use-annotator';

/** Who will see what is made from now on. There is a choice only where the document itself is shared. */
export function VisibleTo({ annotator }: { readonly annotator: Annotator }): React.JSX.Element | null {
  const t = useText(annotateTexts);
  const { space } = annotator.item;
  if (space.kind === 'private') return null;
  return (
    <NativeSelect
      className={classes['visibleTo'] ?? ''}
      size="xs"
      label={t('visibleTo')}
      value={annotator.space ?? ''}
      onChange={(event) =>
        annotator.setSpace(event.currentTarget.value === '' ? null : (event.currentTarget.value as SpaceId))
      }
      data={[
        { value: '', label: t('onlyMe') },
        { value: space.id, label: space.name },
      ]}
    />
  );
}
