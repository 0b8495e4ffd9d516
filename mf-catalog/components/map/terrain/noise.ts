/** Smooth heights in [0, 1] over an endless plane, the same everywhere and for ever. */
export function height(x: number, y: number): number {
  return 0.74 * smooth(x, y) + 0.26 * smooth(x * 2.1 + 17.3, y * 2.1 + 5.9);
}

function smooth(x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [ease(x - column), ease(y - row)];
  const top = mix(at(column, row), at(column + 1, row), u);
  const bottom = mix(at(column, row + 1), at(column + 1, row + 1), u);
  return mix(top, bottom, v);
}

/** A random height of a crossing of the grid. */
function at(column: number, row: number): number {
  let hash = Math.imul(column, 0x27d4eb2d) ^ Math.imul(row, 0x165667b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 4_294_967_295;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}
