import { ActionIcon, Tooltip } from '@mantine/core';

interface ToolButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  /** For a button that switches something on and off. */
  readonly pressed?: boolean;
  readonly children: React.ReactNode;
}

export function ToolButton({
  label,
  onClick,
  disabled = false,
  pressed,
  children,
}: ToolButtonProps): React.JSX.Element {
  return (
    <Tooltip label={label} openDelay={500} withinPortal>
      <ActionIcon
        variant={pressed === true ? 'light' : 'subtle'}
        color={pressed === true ? 'accent' : 'gray'}
        size={28}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
