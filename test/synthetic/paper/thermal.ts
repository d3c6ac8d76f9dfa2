import sharp from 'sharp';
import type { Random } from '../random.ts';
import type { Dots } from './dots.ts';
import { smoothNoise } from './noise.ts';

/** A grey picture in memory, one byte a pixel. */
export interface Grey {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

export interface Wear {
  /** 0 … 1: how much of the ink the palest bands have lost. */
  readonly fade: number;
  /** 0 … 1: how dark fresh ink is; old paper and a cold head print grey. */
  readonly ink: number;
}

const PAPER = 240;

/**
 * Burns dots into paper at `scale` pixels a dot: round dots darker in their middle, streaks of weak
 * heating elements down the paper, bands across it where it has faded.
 */
export async function burn(dots: Dots, scale: number, wear: Wear, random: Random): Promise<Grey> {
  // Drawn at whole pixels a dot, then brought to the scale that the photograph needs.
  const fine = Math.min(4, Math.max(2, Math.ceil(scale)));
  const [width, height] = [dots.width * fine, dots.height * fine];
  const streaks = streaksOf(dots.width, random);
  const bands = smoothNoise(random.whole(1, 2 ** 30));
  const profile = dotProfile(fine);
  const data = Buffer.alloc(width * height, PAPER);
  for (let y = 0; y < dots.height; y += 1) {
    const faded = wear.fade * Math.min(1, Math.max(0, 1.6 * bands(y / 90, 0.5) - 0.3));
    const heat = (PAPER - 35) * wear.ink * (1 - faded);
    for (let x = 0; x < dots.width; x += 1) {
      if (dots.data[y * dots.width + x] !== 1) continue;
      const dark = heat * (streaks[x] ?? 1);
      for (let py = 0; py < fine; py += 1) {
        const at = (y * fine + py) * width + x * fine;
        for (let px = 0; px < fine; px += 1) {
          data[at + px] = PAPER - dark * (profile[py * fine + px] ?? 1);
        }
      }
    }
  }
  const raw = { width, height, channels: 1 as const };
  const { data: grey, info } = await sharp(data, { raw })
    .blur(0.3 + 0.28 * fine)
    .resize({ width: Math.round(dots.width * scale) })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: grey, width: info.width, height: info.height };
}

/** One heating element in forty is weak, and all differ a little. */
function streaksOf(width: number, random: Random): number[] {
  return Array.from({ length: width }, () =>
    random.chance(0.025) ? random.between(0.35, 0.7) : random.between(0.9, 1),
  );
}

function dotProfile(fine: number): number[] {
  const middle = (fine - 1) / 2;
  return Array.from({ length: fine * fine }, (_, at) => {
    const [dx, dy] = [(at % fine) - middle, Math.floor(at / fine) - middle];
    return 1 - (0.35 * (dx * dx + dy * dy)) / (fine * fine);
  });
}
