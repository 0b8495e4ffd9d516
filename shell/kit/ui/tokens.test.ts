import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Oklch = readonly [lightness: number, chroma: number, hue: number];
type Theme = 'light' | 'dark';

const tokens = readTokens(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'));

describe.each<Theme>(['light', 'dark'])('%s colours', (theme) => {
  const contrast = (text: string, ground: string): number =>
    ratio(tokenOf(text, theme), tokenOf(ground, theme));

  it.each(['canvas', 'surface', 'raised', 'sunken'])('body text is read at 7:1 on %s', (ground) => {
    expect(contrast('ink', ground)).toBeGreaterThanOrEqual(7);
  });

  it.each(['canvas', 'surface', 'raised', 'sunken'])(
    'every text colour is read at 4.5:1 on %s',
    (ground) => {
      for (const text of [
        'muted',
        'primary',
        'accent-text',
        'danger',
        'warning',
        'success',
        'info',
      ])
        expect(contrast(text, ground), text).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['primary-ink', 'primary'],
    ['primary-ink', 'primary-hover'],
    ['accent-ink', 'accent'],
    ['danger-ink', 'danger'],
    ['accent-text', 'accent-quiet'],
    ['primary', 'primary-quiet'],
    ['danger', 'danger-quiet'],
    ['warning', 'warning-quiet'],
    ['success', 'success-quiet'],
    ['info', 'info-quiet'],
  ])('%s is read at 4.5:1 on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('outlines of controls and focus rings stand out at 3:1', () => {
    expect(contrast('line-strong', 'canvas')).toBeGreaterThanOrEqual(3);
    expect(contrast('line-strong', 'surface')).toBeGreaterThanOrEqual(3);
    expect(contrast('primary', 'canvas')).toBeGreaterThanOrEqual(3);
  });
});

function readTokens(css: string): Map<string, Record<Theme, Oklch>> {
  const pattern = /--([a-z-]+):\s*light-dark\(\s*oklch\(([\d. ]+)\),\s*oklch\(([\d. ]+)\)\s*\)/g;
  return new Map(
    [...css.matchAll(pattern)].map(([, name = '', light = '', dark = '']) => [
      name,
      { light: parse(light), dark: parse(dark) },
    ]),
  );
}

function parse(channels: string): Oklch {
  const [lightness = 0, chroma = 0, hue = 0] = channels.trim().split(' ').map(Number);
  return [lightness, chroma, hue];
}

function tokenOf(name: string, theme: Theme): Oklch {
  const token = tokens.get(name);
  if (!token) throw new Error(`tokens.css has no colour --${name}`);
  return token[theme];
}

function ratio(one: Oklch, other: Oklch): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG relative luminance; the matrices are those of the OKLab definition (Ottosson, 2020). */
function luminance([lightness, chroma, hue]: Oklch): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clamp = (channel: number): number => Math.min(1, Math.max(0, channel));
  const red = clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
