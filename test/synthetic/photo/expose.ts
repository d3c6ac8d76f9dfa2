import type { Grey } from '../paper/thermal.ts';
import type { Surface } from './background.ts';
import type { Frame } from './frame.ts';
import type { Light } from './light.ts';
import type { Sheet } from './sheet.ts';

/** What the lens sees. */
export interface Scene {
  readonly paper: Grey;
  readonly sheet: Sheet;
  readonly frame: Frame;
  readonly table: Surface;
  readonly light: Light;
  /** How the paper and the lamp tint: red, green, blue. */
  readonly tint: readonly [number, number, number];
}

/** The table darkens within this many dots of the paper. */
const SHADE = 14;

/** Follows every pixel back to the sheet, or to the table beside it: a picture in RGB. */
export function expose({ paper, sheet, frame, table, light, tint }: Scene): Buffer {
  const { width, height, scale, toSheet } = frame;
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = toSheet;
  const out = Buffer.alloc(width * height * 3);
  const place = new Float64Array(3);
  const rgb = new Uint8Array(3);
  const [right, bottom] = [paper.width / scale, paper.height / scale];
  for (let py = 0; py < height; py += 1) {
    const y = (py + 0.5) / scale;
    for (let px = 0; px < width; px += 1) {
      const x = (px + 0.5) / scale;
      const w = g * x + h * y + 1;
      const [u, v] = [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
      const at = 3 * (py * width + px);
      const lamp = light(px / width, py / height);
      sheet.at(u, v, place);
      const [sx = 0, sy = 0, shade = 1] = place;
      const inside = Math.min(sx, sy, right - sx, bottom - sy);
      if (inside >= 0) {
        const grey = sample(paper, sx * scale, sy * scale) * shade * lamp;
        for (let part = 0; part < 3; part += 1) {
          out[at + part] = Math.min(255, grey * (tint[part] ?? 1));
        }
      } else {
        table(x, y, rgb);
        const near = lamp * (1 - 0.3 * Math.exp(inside / SHADE));
        for (let part = 0; part < 3; part += 1) out[at + part] = (rgb[part] ?? 0) * near;
      }
    }
  }
  return out;
}

function sample({ data, width, height }: Grey, x: number, y: number): number {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x - 0.5)));
  const top = Math.min(height - 2, Math.max(0, Math.floor(y - 0.5)));
  const [right, down] = [unit(x - 0.5 - left), unit(y - 0.5 - top)];
  const at = top * width + left;
  const [a, b] = [data[at] ?? 0, data[at + 1] ?? 0];
  const [c, d] = [data[at + width] ?? 0, data[at + width + 1] ?? 0];
  const high = a + (b - a) * right;
  return high + (c + (d - c) * right - high) * down;
}

function unit(share: number): number {
  return Math.min(1, Math.max(0, share));
}
