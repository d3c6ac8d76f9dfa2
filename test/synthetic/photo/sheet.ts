import { smoothNoise } from '../paper/noise.ts';
import type { Random } from '../random.ts';
import type { Shot } from './damage.ts';

/** How the paper lies: for places of the flat sheet, where its print is found and how it is lit. */
export interface Sheet {
  /** Writes [x, y, light] of the place into `out`; places and results in dots. */
  at(x: number, y: number, out: Float64Array): void;
}

/** The sheet is worked out every 4 dots and smooth in between. */
const STEP = 4;

/** Creases bend and shade the paper, a curl bends its lines, and no paper is quite even. */
export function sheetOf(width: number, height: number, shot: Shot, random: Random): Sheet {
  const [columns, rows] = [Math.ceil(width / STEP) + 2, Math.ceil(height / STEP) + 2];
  const field = new Float32Array(columns * rows * 3);
  const folds = Array.from({ length: shot.folds }, () => foldOf(width, height, random));
  const [waves, dents] = [smoothNoise(random.whole(1, 1e9)), smoothNoise(random.whole(1, 1e9))];
  const uneven = 2 + 1.1 * shot.folds;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [column * STEP, row * STEP];
      let dx = uneven * (waves(x / 110, y / 110) - 0.5);
      let dy = uneven * (dents(x / 110, y / 110) - 0.5);
      let light = 1 + 0.05 * (waves(x / 160, y / 160) - 0.5);
      for (const fold of folds) {
        const away = (x - fold.x) * fold.nx + (y - fold.y) * fold.ny;
        const near = Math.exp(-Math.abs(away) / fold.width);
        const bend = fold.depth * near * (away / fold.width);
        dx += bend * fold.nx;
        dy += bend * fold.ny;
        light += fold.shade * Math.tanh(away / STEP) * near - 0.08 * Math.exp(-Math.abs(away) / 3);
      }
      const across = (2 * x) / width - 1;
      dy += shot.curl * (1 - across * across);
      light -= (Math.abs(shot.curl) / 170) * across * across;
      field.set([x + dx, y + dy, light], 3 * (row * columns + column));
    }
  }
  return { at: (x, y, out) => interpolate(field, columns, rows, x / STEP, y / STEP, out) };
}

function foldOf(width: number, height: number, random: Random) {
  const angle = random.between(0, Math.PI);
  return {
    x: random.between(0, width),
    y: random.between(0, height),
    nx: Math.cos(angle),
    ny: Math.sin(angle),
    width: random.between(10, 60),
    depth: random.between(1, 5),
    shade: random.between(-0.18, 0.18),
  };
}

function interpolate(
  field: Float32Array,
  columns: number,
  rows: number,
  x: number,
  y: number,
  out: Float64Array,
): void {
  const column = Math.min(columns - 2, Math.max(0, Math.floor(x)));
  const row = Math.min(rows - 2, Math.max(0, Math.floor(y)));
  const [right, down] = [x - column, y - row];
  const at = 3 * (row * columns + column);
  for (let part = 0; part < 3; part += 1) {
    const a = field[at + part] ?? 0;
    const b = field[at + 3 + part] ?? 0;
    const c = field[at + 3 * columns + part] ?? 0;
    const d = field[at + 3 * columns + 3 + part] ?? 0;
    const top = a + (b - a) * right;
    out[part] = top + (c + (d - c) * right - top) * down;
  }
}
