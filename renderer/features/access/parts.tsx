import { useId } from 'react';
import type { SpaceId } from '../../../shared/base/ids';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCommand } from '../../bridge/queries';
import { useUndo } from '../../components/use-undo';
import classes from './access.module.css';

export interface OfSpace {
  readonly id: SpaceId;
}

/** One part of the page of a closed space. */
export function Section(props: {
  readonly title: string;
  readonly text?: string;
  readonly children?: React.ReactNode;
}): React.JSX.Element {
  const { title, text, children } = props;
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text !== undefined && <p className={classes['quiet']}>{text}</p>}
      {children}
    </section>
  );
}

/** Eight words to read out; numbered, so that two people know where they are. */
export function Words({
  label,
  words,
}: {
  readonly label: string;
  readonly words: readonly string[];
}): React.JSX.Element {
  return (
    <ol className={classes['words']} aria-label={label}>
      {words.map((word, i) => (
        <li key={`${i} ${word}`}>{word}</li>
      ))}
    </ol>
  );
}

/** A command about access: afterwards everything about access is asked again, and a failure is said. */
export function useAccessCommand<Name extends CallName>(
  name: Name,
): {
  readonly run: (input: CallInput<Name>, done?: (answer: CallOutput<Name>) => void) => void;
  readonly isPending: boolean;
} {
  const client = useQueryClient();
  const { failed } = useUndo();
  const command = useCommand(name);
  const refresh = (): void =>
    void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('access.') });
  return {
    isPending: command.isPending,
    run: (input, done) =>
      command.mutate(input, { onSuccess: (answer) => done?.(answer), onError: failed, onSettled: refresh }),
  };
}
