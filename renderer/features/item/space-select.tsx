import { Select, Text } from '@mantine/core';
import type { SpaceId } from '../../../shared/base/ids';
import { itemTexts } from '../../../shared/messages/ui/item';
import { rightsTexts } from '../../../shared/messages/ui/rights';
import type { SpaceStatus } from '../../../shared/model/sync';
import { mayChange, useRoleIn } from '../../components/use-rights';
import { useSpaces } from '../../components/use-spaces';
import { useText } from '../../components/use-text';
import { view } from '../../state/view';

const own = 'own';

/** Where a new item starts: the shared space that is in view, else one's own library (null). */
export function useStartSpace(): SpaceId | null {
  const scope = view.use((state) => state.scope);
  const writable = useWritable();
  return scope.kind === 'space' ? (writable.find(({ id }) => id === scope.id)?.id ?? null) : null;
}

interface Props {
  /** Null: one's own library. */
  readonly value: SpaceId | null;
  readonly onChange: (space: SpaceId | null) => void;
}

function useWritable(): readonly SpaceStatus[] {
  const roleIn = useRoleIn();
  const spaces = useSpaces().data ?? [];
  return spaces.filter(({ id, kind }) => kind !== 'private' && mayChange(roleIn(id)));
}

/** In which space a new item is made, and who can read it there. Not there as long as nothing is shared. */
export function SpaceSelect({ value, onChange }: Props): React.JSX.Element | null {
  const t = useText(itemTexts);
  const rights = useText(rightsTexts);
  const shared = useWritable();
  const scope = view.use((state) => state.scope);
  const inView = useSpaces().data?.find(
    ({ id, kind }) => scope.kind === 'space' && id === scope.id && kind === 'closed',
  );
  const denied = inView !== undefined && !shared.includes(inView);
  if (denied && shared.length === 0)
    return (
      <Text mt={12} size="sm">
        {rights('elsewhere', { name: inView.name })}
      </Text>
    );
  if (shared.length === 0) return null;
  return (
    <Select
      mt={12}
      label={t('newSpace')}
      description={
        denied && value === null
          ? rights('elsewhere', { name: inView.name })
          : t(value === null ? 'newSpaceOwn' : 'newSpaceShared')
      }
      allowDeselect={false}
      value={value ?? own}
      data={[{ value: own, label: t('myLibrary') }, ...shared.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(id) => onChange(shared.find((space) => space.id === id)?.id ?? null)}
    />
  );
}
