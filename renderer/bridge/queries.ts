import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallInput, CallName, CallOutput, EventName, Events } from '../../shared/contract';
import { ask, listen } from './client';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always', retry: false },
  },
});

interface AskOptions {
  readonly enabled?: boolean;
  /** Shows the last answer while the next one is on its way, as lists do. */
  readonly keepLast?: boolean;
}

/** The answer to a question, asked again when what it rests on changes (see `refreshOnEvents`). */
export function useAsk<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options: AskOptions = {},
): UseQueryResult<CallOutput<Name>> {
  return useQuery({
    queryKey: [name, input],
    queryFn: () => askAny(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepLast === true ? { placeholderData: keepPreviousData } : {}),
  }) as UseQueryResult<CallOutput<Name>>;
}

/** Asks before anything is drawn that shows the answer, which `useAsk` then finds. Resolves when it is there, or failed. */
export function askAhead<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<void> {
  return queryClient.prefetchQuery({ queryKey: [name, input], queryFn: () => askAny(name, input) });
}

/** A command with its running state and error. */
export function useCommand<Name extends CallName>(
  name: Name,
): UseMutationResult<CallOutput<Name>, Error, CallInput<Name>> {
  return useMutation({ mutationFn: (input: CallInput<Name>) => askAny(name, input) });
}

export function useEvent<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): void {
  useEffect(() => listen(name, listener), [name, listener]);
}

const ofItems: readonly CallName[] = [
  'items.query',
  'items.facets',
  'items.counts',
  'items.get',
  'spaces.publishPreview',
  'items.why',
  'terms.glossary',
  'terms.listValues',
  'items.history',
  'drafts.versions',
  'citing.text',
  'citing.references',
  'items.titles',
  'edits.state',
  'palette.find',
  'conflicts.list',
  'guard.overrides',
  'news.list',
  'spaces.participants',
  'bin.expired',
  'overlaps.of',
  'overlaps.proposals',
  'overlaps.map',
  'relations.around',
  'plans.compare',
  'library.sitePreview',
  'duplicates.list',
  'duplicates.of',
  'curating.queue',
  'curating.lineage',
  'annotations.of',
  'annotations.about',
  'annotations.taken',
  'collections.files',
  'files.version',
];
const ofAccess: readonly CallName[] = [
  'access.mine',
  'access.look',
  'access.requests',
  'access.members',
  'access.setAside',
  'access.log',
  'access.cards',
  'recovery.devices',
  'recovery.status',
];
const ofSpaces: readonly CallName[] = ['sync.quarantine', 'sync.log', 'news.list', ...ofAccess];

/** Lets questions be asked again when the trusted side says that their ground has changed. */
export function refreshOnEvents(client: QueryClient): () => void {
  const refresh = (names: readonly CallName[]): void => {
    void client.invalidateQueries({ predicate: ({ queryKey }) => names.includes(queryKey[0] as CallName) });
  };
  const stops = [
    listen('items.changed', () => refresh([...ofItems, ...ofAccess])),
    listen('documents.indexed', () => refresh(['items.query', 'items.facets', 'items.get', 'document.text'])),
    listen('spaces.changed', (spaces) => {
      client.setQueryData(['spaces.list', undefined], spaces);
      refresh(ofSpaces);
    }),
    listen('copies.changed', (copies) => client.setQueryData(['copies.list', undefined], copies)),
    listen('library.status', (status) => client.setQueryData(['library.status', undefined], status)),
    listen('settings.changed', (settings) => {
      client.setQueryData(['settings.get', undefined], settings);
      refresh(['bin.expired', 'duplicates.list', 'duplicates.of', 'curating.queue']);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

function askAny<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  return (ask as (name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>)(name, input);
}
