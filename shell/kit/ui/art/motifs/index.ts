import type { Random } from '../../lib/seed';
import type { Form } from '../geometry';
import { arches } from './arches';
import { arcs } from './arcs';
import { bands } from './bands';
import { bubbles } from './bubbles';
import { drops } from './drops';
import { leaves } from './leaves';
import { pebbles } from './pebbles';
import { petals } from './petals';

/** Draws the forms of one picture, back to front. */
export type Motif = (random: Random) => Form[];

export interface Subject {
  /** OKLCH hue of the category, degrees. */
  hue: number;
  /** Hue of the warm or cool second colour. */
  glowHue: number;
  motif: Motif;
}

const SUBJECTS: Readonly<Record<string, Subject>> = {
  hair: { hue: 32, glowHue: 80, motif: bands },
  nails: { hue: 8, glowHue: 60, motif: drops },
  massage: { hue: 118, glowHue: 75, motif: pebbles },
  fitness: { hue: 248, glowHue: 50, motif: arcs },
  yoga: { hue: 318, glowHue: 70, motif: petals },
  tutoring: { hue: 225, glowHue: 85, motif: arches },
  music: { hue: 285, glowHue: 40, motif: arcs },
  photo: { hue: 62, glowHue: 40, motif: bubbles },
  cleaning: { hue: 198, glowHue: 90, motif: bubbles },
  repair: { hue: 48, glowHue: 95, motif: arches },
  garden: { hue: 146, glowHue: 85, motif: leaves },
  pets: { hue: 82, glowHue: 42, motif: pebbles },
};

const ANY: Subject = { hue: 160, glowHue: 75, motif: leaves };

/** What a category's pictures are made of; unknown ones are evergreen. */
export function subjectOf(category: string): Subject {
  return SUBJECTS[category] ?? ANY;
}
