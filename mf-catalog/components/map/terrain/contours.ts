/** Heights at the crossings of a grid, row by row. */
export interface HeightGrid {
  columns: number;
  rows: number;
  cellPx: number;
  heights: Float32Array;
}

export function heightGrid(
  size: { width: number; height: number },
  cellPx: number,
  heightAt: (x: number, y: number) => number,
): HeightGrid {
  const columns = Math.ceil(size.width / cellPx) + 1;
  const rows = Math.ceil(size.height / cellPx) + 1;
  const heights = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      heights[row * columns + column] = heightAt(column * cellPx, row * cellPx);
    }
  }
  return { columns, rows, cellPx, heights };
}

/** Line of one height as SVG path data: marching squares with the crossings interpolated. */
export function contour(grid: HeightGrid, level: number): string {
  const parts: string[] = [];
  for (let row = 0; row < grid.rows - 1; row++) {
    for (let column = 0; column < grid.columns - 1; column++) {
      const crossings = crossingsOf(grid, column, row, level);
      for (let index = 0; index + 1 < crossings.length; index += 2) {
        parts.push(`M${crossings[index]}L${crossings[index + 1]}`);
      }
    }
  }
  return parts.join('');
}

/** Where the line enters and leaves a cell, clockwise from the top; four points at a saddle. */
function crossingsOf(grid: HeightGrid, column: number, row: number, level: number): string[] {
  const { columns, cellPx, heights } = grid;
  const corner = row * columns + column;
  const nw = heights[corner] ?? 0;
  const ne = heights[corner + 1] ?? 0;
  const sw = heights[corner + columns] ?? 0;
  const se = heights[corner + columns + 1] ?? 0;
  const [left, top] = [column * cellPx, row * cellPx];
  const found: string[] = [];
  const add = (from: number, to: number, point: (t: number) => [number, number]): void => {
    if (from < level === to < level) return;
    const [x, y] = point((level - from) / (to - from));
    found.push(`${x.toFixed(1)} ${y.toFixed(1)}`);
  };
  add(nw, ne, (t) => [left + t * cellPx, top]);
  add(ne, se, (t) => [left + cellPx, top + t * cellPx]);
  add(sw, se, (t) => [left + t * cellPx, top + cellPx]);
  add(nw, sw, (t) => [left, top + t * cellPx]);
  return found;
}
