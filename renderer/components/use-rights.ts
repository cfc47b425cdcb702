import { useCallback } from 'react';
import { atLeast, type Role } from '../../shared/access/role';
import { rightsTexts } from '../../shared/messages/ui/rights';
import { useAsk } from '../bridge/queries';
import { useText } from './use-text';

/** What whoever works here may do in a space: in one without members, and until it is known, everything. The library itself decides. */
export function useRoleIn(): (space: string) => Role {
  const rights = useAsk('access.mine', undefined).data;
  return useCallback((space) => rights?.find((each) => each.space === space)?.role ?? 'edit', [rights]);
}

export function mayChange(role: Role): boolean {
  return atLeast(role, 'edit');
}

/** Why nothing may be changed; null for who may. */
export function useWhyNot(): (role: Role) => string | null {
  const t = useText(rightsTexts);
  return useCallback((role) => (role === 'edit' || role === 'coordinate' ? null : t(role)), [t]);
}

/** What a button that changes something gets where that is not allowed: it is off, and says why. */
export function useDenied(role: Role): { readonly disabled?: true; readonly title?: string } {
  const whyNot = useWhyNot()(role);
  return whyNot === null ? {} : { disabled: true, title: whyNot };
}
