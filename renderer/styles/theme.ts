import { Button, createTheme, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core';

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

/** The grounds and lines of base.css for what the component library draws in the dark by itself: its own greys are warm. */
const dark: MantineColorsTuple = [
  '#e6eaef',
  '#c5ced8',
  '#a5b0bd',
  '#78848f',
  '#45505d',
  '#333d48',
  '#242c35',
  '#171d24',
  '#10151a',
  '#0b0f13',
];

const unwrappedOptions = { defaultProps: { withScrollArea: false } };

const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  colors: { accent, dark },
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
    // A list of options that scrolls by itself is one that assistive technology knows; a scroll area around it is not. Height: base.css.
    ...Object.fromEntries(['Select', 'Autocomplete', 'TagsInput'].map((name) => [name, unwrappedOptions])),
    // The placeholder is a child that a menu may not have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  },
});

/** The theme in the language of the window. `close`: what the cross of a message or a dialog is called. */
export function themeWith(close: string): MantineThemeOverride {
  const defaultProps = { closeButtonProps: { 'aria-label': close } };
  return {
    ...theme,
    components: {
      ...theme.components,
      // By name: the first screen has neither.
      Modal: { defaultProps },
      Notification: { defaultProps },
    },
  };
}
