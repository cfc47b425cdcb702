import type { UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { BlobHash, ItemId } from '../../shared/base/ids';
import type { DocumentView } from '../../shared/contract/answers';
import { useAsk } from '../bridge/queries';

/** The version of the file that is read; null for the one that the item shows. */
export const VersionContext = createContext<BlobHash | null>(null);

/** What a question about the file needs to know of the version. */
export function useVersion(): { readonly version?: BlobHash } {
  const version = useContext(VersionContext);
  return version === null ? {} : { version };
}

/** The text of the version that is read. */
export function useDocumentText(id: ItemId, enabled = true): UseQueryResult<DocumentView> {
  return useAsk('document.text', { id, ...useVersion() }, { enabled });
}
