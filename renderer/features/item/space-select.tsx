import { Select } from '@mantine/core';
import type { SpaceId } from '../../../shared/base/ids';
import { itemTexts } from '../../../shared/messages/ui/item';
import { useSpaces } from '../../components/use-spaces';
import { useText } from '../../components/use-text';
import { view } from '../../state/view';

const own = 'own';

/** Where a new item starts: the shared space that is in view, else one's own library (null). */
export function useStartSpace(): SpaceId | null {
  const scope = view.use((state) => state.scope);
  const spaces = useSpaces().data ?? [];
  return scope.kind === 'space'
    ? (spaces.find(({ id, kind }) => id === scope.id && kind === 'open')?.id ?? null)
    : null;
}

interface Props {
  /** Null: one's own library. */
  readonly value: SpaceId | null;
  readonly onChange: (space: SpaceId | null) => void;
}

/** In which space a new item is made, and who can read it there. Not there as long as nothing is shared. */
export function SpaceSelect({ value, onChange }: Props): React.JSX.Element | null {
  const t = useText(itemTexts);
  const shared = useSpaces().data?.filter(({ kind }) => kind === 'open') ?? [];
  if (shared.length === 0) return null;
  return (
    <Select
      mt={12}
      label={t('newSpace')}
      description={t(value === null ? 'newSpaceOwn' : 'newSpaceShared')}
      allowDeselect={false}
      value={value ?? own}
      data={[{ value: own, label: t('myLibrary') }, ...shared.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(id) => onChange(shared.find((space) => space.id === id)?.id ?? null)}
    />
  );
}
