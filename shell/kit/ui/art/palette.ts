import type { CSSProperties } from 'react';

/** A colour by day and by night. */
function tone(light: string, dark: string): string {
  return `light-dark(oklch(${light}),oklch(${dark}))`;
}

/** Five tones and the ground in one hue, as custom properties that forms refer to. */
export function palette(hue: number, glowHue: number): CSSProperties {
  const tones = {
    background: tone(`.93 .03 ${hue + 20}`, `.3 .03 ${hue + 20}`),
    '--mist': tone(`.86 .05 ${hue + 12}`, `.37 .04 ${hue + 12}`),
    '--soft': tone(`.76 .085 ${hue}`, `.46 .06 ${hue}`),
    '--body': tone(`.63 .105 ${hue - 8}`, `.56 .08 ${hue - 8}`),
    '--deep': tone(`.45 .085 ${hue - 18}`, `.68 .085 ${hue - 18}`),
    '--glow': tone(`.83 .12 ${glowHue}`, `.74 .1 ${glowHue}`),
  };
  return tones;
}

/** The land of a market: evergreen hills under a sky that is part of the page. */
export function landPalette(hue: number): CSSProperties {
  const tones = {
    background: tone(`.955 .022 ${hue - 70}`, `.235 .022 ${hue + 20}`),
    '--mist': tone(`.9 .035 ${hue - 25}`, `.29 .028 ${hue + 10}`),
    '--soft': tone(`.82 .06 ${hue - 10}`, `.345 .04 ${hue}`),
    '--body': tone(`.66 .085 ${hue}`, `.4 .055 ${hue}`),
    '--deep': tone(`.47 .08 ${hue + 6}`, `.29 .045 ${hue + 4}`),
    '--glow': tone('.86 .12 80', '.76 .11 75'),
  };
  return tones;
}
