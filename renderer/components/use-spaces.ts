import { useCallback } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { spaceStateTexts } from '../../shared/messages/ui/sharing';
import type { SpaceStatus } from '../../shared/model/sync';
import { useAsk } from '../bridge/queries';
import { useText } from './use-text';

/** Every space of the library with how it is doing, the private one first; renewed by itself. */
export function useSpaces(): UseQueryResult<readonly SpaceStatus[]> {
  return useAsk('spaces.list', undefined);
}

/** What a space is called; the private one has no name of its own. */
export function useSpaceName(): (id: string) => string {
  const t = useText(spaceStateTexts);
  const spaces = useSpaces().data;
  return useCallback(
    (id) => {
      const space = spaces?.find((each) => each.id === id);
      return space === undefined ? '' : space.kind === 'private' ? t('mine') : space.name;
    },
    [spaces, t],
  );
}
