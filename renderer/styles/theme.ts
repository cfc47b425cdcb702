import {
  Button,
  createTheme,
  Menu,
  Modal,
  Notification,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';

/** One accent: the green-blue of the logo. */
const accent: MantineColorsTuple = [
  '#e8f5f4',
  '#d3e9e8',
  '#a8d3d1',
  '#79bcb9',
  '#53a8a5',
  '#3a9b98',
  '#0b6e6e',
  '#0a6060',
  '#085252',
  '#044443',
];

const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  colors: { accent },
  fontFamily: '"Inter", "Segoe UI", system-ui, -apple-system, "DejaVu Sans", sans-serif',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Text on the accent: the component library looks at the light scheme only.
    Button: Button.extend({
      vars: (_theme, { variant = 'filled', color }) => ({
        root: variant === 'filled' && color === undefined ? { '--button-color': 'var(--accent-ink)' } : {},
      }),
    }),
    // The placeholder is a child that a menu may not have.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
  },
});

/** The theme in the language of the window. `close`: what the cross of a message or a dialog is called. */
export function themeWith(close: string): MantineThemeOverride {
  const defaultProps = { closeButtonProps: { 'aria-label': close } };
  return {
    ...theme,
    components: {
      ...theme.components,
      Modal: Modal.extend({ defaultProps }),
      Notification: Notification.extend({ defaultProps }),
    },
  };
}
