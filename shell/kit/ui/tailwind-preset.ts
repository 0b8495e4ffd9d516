import type { Config } from 'tailwindcss';
import plugin from 'tailwindcss/plugin';

const COLOURS = [
  'canvas',
  'surface',
  'raised',
  'sunken',
  'ink',
  'muted',
  'line',
  'line-strong',
  'primary',
  'primary-hover',
  'primary-ink',
  'primary-quiet',
  'accent',
  'accent-ink',
  'accent-text',
  'accent-quiet',
  'danger',
  'danger-ink',
  'danger-quiet',
  'warning',
  'warning-quiet',
  'success',
  'success-quiet',
  'info',
  'info-quiet',
  'scrim',
] as const;

/** `bg-primary` stays the plain variable; `bg-primary/40` is mixed with transparent. */
function colour(name: string) {
  return ({ opacityValue }: { opacityValue?: string }): string =>
    opacityValue === undefined || opacityValue.startsWith('var(')
      ? `var(--${name})`
      : `color-mix(in oklab, var(--${name}) calc(${opacityValue} * 100%), transparent)`;
}

type ThemeColours = NonNullable<NonNullable<Config['theme']>['colors']>;

const colours = {
  transparent: 'transparent',
  current: 'currentColor',
  inherit: 'inherit',
  ...Object.fromEntries(COLOURS.map((name) => [name, colour(name)])),
} as unknown as ThemeColours;

const text = (name: string, lineHeight: string): [string, string] => [
  `var(--text-${name})`,
  lineHeight,
];
const display = (
  name: string,
  lineHeight: string,
): [string, { lineHeight: string; letterSpacing: string }] => [
  `var(--text-${name})`,
  { lineHeight, letterSpacing: '-0.02em' },
];

/** The design system as Tailwind names. Values live in `tokens.css`; nothing here is themed twice. */
const preset: Omit<Config, 'content'> = {
  plugins: [plugin(({ addVariant }) => addVariant('pointer-coarse', '@media (pointer: coarse)'))],
  theme: {
    colors: colours,
    fontSize: {
      '2xs': text('2xs', '1.4'),
      xs: text('xs', '1.45'),
      sm: text('sm', '1.5'),
      base: text('base', '1.5'),
      lg: text('lg', '1.45'),
      xl: display('xl', '1.25'),
      '2xl': display('2xl', '1.15'),
      '3xl': display('3xl', '1.1'),
      '4xl': display('4xl', '1.05'),
    },
    fontFamily: { sans: 'var(--font-text)', display: 'var(--font-display)' },
    borderRadius: {
      none: '0',
      sm: '6px',
      control: 'var(--radius-control)',
      card: 'var(--radius-card)',
      full: '9999px',
    },
    boxShadow: {
      none: 'none',
      card: 'var(--shadow-card)',
      lift: 'var(--shadow-lift)',
      float: 'var(--shadow-float)',
    },
    transitionDuration: {
      DEFAULT: 'var(--duration-feedback)',
      feedback: 'var(--duration-feedback)',
      move: 'var(--duration-move)',
    },
    transitionTimingFunction: { DEFAULT: 'var(--ease)' },
    extend: {
      maxWidth: { page: '80rem', prose: '64ch' },
      spacing: { target: 'var(--target)' },
      borderColor: { DEFAULT: 'var(--line)' },
      ringColor: { DEFAULT: 'var(--primary)' },
      keyframes: {
        'fade-in': { from: { opacity: '0' } },
        'fade-out': { to: { opacity: '0' } },
        'rise-in': { from: { opacity: '0', transform: 'translateY(8px)' } },
        'scale-in': { from: { opacity: '0', transform: 'scale(0.97)' } },
        'from-right': { from: { transform: 'translateX(100%)' } },
        'to-right': { to: { transform: 'translateX(100%)' } },
        'from-left': { from: { transform: 'translateX(-100%)' } },
        'to-left': { to: { transform: 'translateX(-100%)' } },
        'from-bottom': { from: { transform: 'translateY(100%)' } },
        'to-bottom': { to: { transform: 'translateY(100%)' } },
        breathe: { '50%': { opacity: '0.55' } },
      },
      animation: {
        'fade-in': 'fade-in var(--duration-move) var(--ease)',
        'fade-out': 'fade-out var(--duration-feedback) var(--ease) forwards',
        'rise-in': 'rise-in var(--duration-move) var(--ease)',
        'scale-in': 'scale-in var(--duration-feedback) var(--ease)',
        'from-right': 'from-right var(--duration-move) var(--ease)',
        'to-right': 'to-right var(--duration-move) var(--ease) forwards',
        'from-left': 'from-left var(--duration-move) var(--ease)',
        'to-left': 'to-left var(--duration-move) var(--ease) forwards',
        'from-bottom': 'from-bottom var(--duration-move) var(--ease)',
        'to-bottom': 'to-bottom var(--duration-move) var(--ease) forwards',
        breathe: 'breathe 1.8s ease-in-out infinite',
      },
    },
  },
};

export default preset;
