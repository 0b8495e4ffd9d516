import type { Random } from '../lib/seed';

export interface Point {
  x: number;
  y: number;
}

/** A filled form of a picture: SVG path data and which of the palette's tones it has. */
export interface Form {
  path: string;
  tone: Tone;
  opacity?: number;
}

/** `deep` is the darkest, `glow` the warm second colour. */
export type Tone = 'mist' | 'soft' | 'body' | 'deep' | 'glow';

/** The canvas every picture is drawn on. */
export const WIDTH = 320;
export const HEIGHT = 200;

/** A number between two bounds. */
export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low);
}

/** One of the choices; the list is never empty. */
export function pick<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}

export function polar(center: Point, radius: number, angle: number): Point {
  return { x: center.x + radius * Math.cos(angle), y: center.y + radius * Math.sin(angle) };
}

/** Coordinates as short as they may be: whole units are finer than a pixel on a card. */
export function at({ x, y }: Point): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}

export function circle({ x, y }: Point, radius: number): string {
  const r = Math.round(radius);
  return `M${at({ x: x - r, y })}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

/** A closed smooth line through the points (Catmull–Rom as cubic Béziers). */
export function smoothLoop(points: readonly Point[]): string {
  const of = (index: number): Point =>
    points[(index + points.length) % points.length] ?? { x: 0, y: 0 };
  const curves = points.map((_, index) =>
    curve(of(index - 1), of(index), of(index + 1), of(index + 2)),
  );
  return `M${at(of(0))}${curves.join('')}z`;
}

/** A smooth open line through the points, then straight down to the bottom and back. */
export function land(points: readonly Point[], bottom = HEIGHT): string {
  const first = points[0] ?? { x: 0, y: HEIGHT };
  const of = (index: number): Point =>
    points[Math.max(0, Math.min(points.length - 1, index))] ?? first;
  const curves = points
    .slice(1)
    .map((_, index) => curve(of(index - 1), of(index), of(index + 1), of(index + 2)));
  return `M${at(first)}${curves.join('')}V${bottom}H${Math.round(first.x)}z`;
}

/** An upright arch from the ground to its top. */
export function arch(left: number, width: number, top: number, bottom = HEIGHT): string {
  const radius = Math.round(width / 2);
  return `M${Math.round(left)} ${bottom}V${Math.round(top + radius)}a${radius} ${radius} 0 0 1 ${2 * radius} 0V${bottom}z`;
}

/** A pebble: a circle that was in a river. */
export function pebble(random: Random, center: Point, radius: number, flatness = 1): string {
  const corners = 6;
  const turn = between(random, 0, Math.PI);
  const points = Array.from({ length: corners }, (_, index) => {
    const point = polar(
      { x: 0, y: 0 },
      radius * between(random, 0.86, 1.12),
      turn + (index * 2 * Math.PI) / corners,
    );
    return { x: center.x + point.x, y: center.y + point.y * flatness };
  });
  return smoothLoop(points);
}

/** A leaf or petal from a root to a tip, as wide as told. */
export function leaf(root: Point, tip: Point, width: number): string {
  const middle = { x: (root.x + tip.x) / 2, y: (root.y + tip.y) / 2 };
  const length = Math.hypot(tip.x - root.x, tip.y - root.y) || 1;
  const side = { x: (-(tip.y - root.y) / length) * width, y: ((tip.x - root.x) / length) * width };
  const left = { x: middle.x + side.x, y: middle.y + side.y };
  const right = { x: middle.x - side.x, y: middle.y - side.y };
  return `M${at(root)}Q${at(left)} ${at(tip)}Q${at(right)} ${at(root)}z`;
}

function curve(before: Point, from: Point, to: Point, after: Point): string {
  const c1 = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 };
  const c2 = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 };
  return `C${at(c1)} ${at(c2)} ${at(to)}`;
}
