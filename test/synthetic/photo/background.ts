import { type Noise, smoothNoise } from '../paper/noise.ts';

/** What a receipt is laid on. */
export const BACKGROUNDS = ['wood', 'dark-table', 'cloth', 'bright-table', 'stone'] as const;
export type Background = (typeof BACKGROUNDS)[number];

/** Colour at a place, in dots of the paper so that grain keeps its size at every resolution. */
export type Surface = (x: number, y: number, rgb: Uint8Array) => void;

export function surface(background: Background, seed: number): Surface {
  const [coarse, fine] = [smoothNoise(seed), smoothNoise(seed + 1)];
  return SURFACES[background](coarse, fine);
}

const SURFACES: Record<Background, (coarse: Noise, fine: Noise) => Surface> = {
  wood: (coarse, fine) => (x, y, rgb) => {
    const ring = 0.5 + 0.5 * Math.sin(x / 9 + 9 * coarse(x / 160, y / 900));
    const light = 0.55 + 0.25 * ring + 0.2 * fine(x / 3, y / 70);
    tint(rgb, 168 * light, 122 * light, 82 * light);
  },
  'dark-table': (coarse, fine) => (x, y, rgb) => {
    const light = 10 + 12 * coarse(x / 200, y / 200) + 6 * fine(x / 2, y / 2);
    tint(rgb, light, light, light * 1.1);
  },
  cloth: (coarse, fine) => (x, y, rgb) => {
    const weave = 0.85 + 0.15 * Math.sin(x / 1.7) * Math.sin(y / 1.7);
    const light = weave * (0.75 + 0.25 * coarse(x / 120, y / 120)) + 0.06 * fine(x, y);
    tint(rgb, 88 * light, 108 * light, 134 * light);
  },
  'bright-table': (coarse, fine) => (x, y, rgb) => {
    const light = 196 + 22 * coarse(x / 180, y / 180) + 6 * fine(x / 3, y / 3);
    tint(rgb, light, light * 0.98, light * 0.94);
  },
  stone: (coarse, fine) => (x, y, rgb) => {
    const speck = fine(x / 5, y / 5) > 0.72 ? 46 : 0;
    const light = 92 + 50 * coarse(x / 26, y / 26) + speck;
    tint(rgb, light, light * 0.97, light * 0.93);
  },
};

function tint(rgb: Uint8Array, red: number, green: number, blue: number): void {
  rgb[0] = Math.min(255, red);
  rgb[1] = Math.min(255, green);
  rgb[2] = Math.min(255, blue);
}
