import { Alert, Button, Loader, UnstyledButton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import classes from './inbox.module.css';
import { TypeIcon } from './type-icon';
import { useArrowKeys } from './use-arrow-keys';
import { useErrorText } from './use-text';

interface InboxProps {
  readonly title: string;
  readonly text: string;
  /** Stands under the title. */
  readonly action?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** The middle pane as a list of what waits for somebody, instead of the list of items. Arrow keys walk its lines. */
export function Inbox({ title, text, action, children }: InboxProps): React.JSX.Element {
  const keyDown = useArrowKeys();
  return (
    <section className={classes['pane']} data-pane="list" aria-label={title} tabIndex={-1} onKeyDown={keyDown}>
      <div className={classes['head']}>
        <h1>{title}</h1>
        <p>{text}</p>
        {action}
      </div>
      <div className={classes['body']}>{children}</div>
    </section>
  );
}

interface LineProps {
  readonly type: string;
  readonly title: string;
  readonly meta: React.ReactNode;
  readonly current: boolean;
  /** Takes the focus when somebody comes to the pane by keyboard. */
  readonly first: boolean;
  /** What can be done with it at once, under it. */
  readonly action?: React.ReactNode;
  /** Walking to it looks at it; not where choosing changes the list itself. */
  readonly opensOnFocus?: boolean;
  readonly onOpen: () => void;
}

/** One item of an inbox. Walking to it by keyboard looks at it, as in the list of items. */
export function InboxLine({
  type,
  title,
  meta,
  current,
  first,
  action,
  opensOnFocus = true,
  onOpen,
}: LineProps): React.JSX.Element {
  return (
    <li>
      <UnstyledButton
        className={classes['line'] ?? ''}
        data-entry
        data-pane-focus={current || first || undefined}
        aria-current={current || undefined}
        onClick={onOpen}
        onFocus={(event) => {
          if (opensOnFocus && !current && event.currentTarget.matches(':focus-visible')) onOpen();
        }}
      >
        <TypeIcon type={type} size={17} />
        <span>
          <b>{title}</b>
          <span className={classes['meta']}>{meta}</span>
        </span>
      </UnstyledButton>
      {action !== undefined && <div className={classes['action']}>{action}</div>}
    </li>
  );
}

export function InboxGroup({ title, children }: { title: string; children: React.ReactNode }): React.JSX.Element {
  return (
    <section aria-label={title}>
      <div className={classes['group']}>
        <h2>{title}</h2>
      </div>
      {children}
    </section>
  );
}

export function InboxEmpty({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children?: React.ReactNode;
}): React.JSX.Element {
  return (
    <div className={classes['empty']}>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}

export function InboxFoot({ children }: { children: React.ReactNode }): React.JSX.Element {
  return <div className={classes['foot']}>{children}</div>;
}

/** While the lines are on their way, and when they do not come. */
export function InboxPending({
  query: { error, refetch },
  loading,
  failed,
  retry,
}: {
  query: UseQueryResult;
  loading: string;
  failed: string;
  retry: string;
}): React.JSX.Element {
  const errorText = useErrorText();
  if (error === null)
    return (
      <div className={classes['empty']}>
        <Loader size="sm" aria-label={loading} />
      </div>
    );
  return (
    <Alert color="red" m="sm" title={failed}>
      {errorText(error)}
      <Button size="compact-sm" variant="default" mt="xs" display="block" onClick={() => void refetch()}>
        {retry}
      </Button>
    </Alert>
  );
}
