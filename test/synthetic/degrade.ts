import sharp from 'sharp';
import { type Random, randomFrom } from './random.ts';

export const DEGRADATIONS = ['clean', 'tilted', 'noisy', 'shadowed'] as const;
export type Degradation = (typeof DEGRADATIONS)[number];

/** The worktop that a receipt lies on. */
const TABLE = { r: 112, g: 98, b: 84 };

/** What a hand-held telephone makes of a printed paper: a JPEG. The same seed gives the same picture. */
export async function photograph(paper: Buffer, how: Degradation, seed: number): Promise<Buffer> {
  const random = randomFrom(seed);
  if (how === 'clean') return onTable(paper).then((image) => jpeg(image, 90));
  if (how === 'tilted') return jpeg(await onTable(await tilted(paper, random)), 85);
  if (how === 'noisy') return jpeg(await noisy(await onTable(paper), random), 60);
  return jpeg(await onTable(await shadowed(paper, random)), 80);
}

async function onTable(paper: Buffer): Promise<Buffer> {
  return sharp(paper)
    .flatten({ background: TABLE })
    .extend({ top: 50, bottom: 50, left: 60, right: 60, background: TABLE })
    .png()
    .toBuffer();
}

/** 1 … 4 degrees to either side. */
async function tilted(paper: Buffer, random: Random): Promise<Buffer> {
  const degrees = (random.whole(10, 40) / 10) * (random.chance(0.5) ? 1 : -1);
  return sharp(paper).rotate(degrees, { background: TABLE }).png().toBuffer();
}

/** Grain of a dark kitchen and a focus a little off. */
async function noisy(image: Buffer, random: Random): Promise<Buffer> {
  const { data, info } = await sharp(image).blur(0.8).raw().toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at += info.channels) {
    // Three even draws make a bell: 95 % of the grain within ±33 levels.
    const grain = random.whole(-19, 19) + random.whole(-19, 19) + random.whole(-19, 19);
    for (let channel = 0; channel < info.channels; channel += 1) {
      data[at + channel] = Math.min(255, Math.max(0, (data[at + channel] ?? 0) + grain));
    }
  }
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } }).png().toBuffer();
}

/** The shadow of the hand: half the light at its darkest, with a soft edge across the paper. */
async function shadowed(paper: Buffer, random: Random): Promise<Buffer> {
  const { width, height } = await sharp(paper).metadata();
  const edge = random.whole(30, 60);
  const [x2, y2] = random.chance(0.5) ? [1, 0.3] : [0.2, 1];
  const shadow = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <linearGradient id="g" x1="0" y1="0" x2="${x2}" y2="${y2}">
      <stop offset="${edge - 15}%" stop-color="#fff"/><stop offset="${edge + 15}%" stop-color="#777"/>
    </linearGradient><rect width="100%" height="100%" fill="url(#g)"/></svg>`;
  return sharp(paper)
    .composite([{ input: Buffer.from(shadow), blend: 'multiply' }])
    .png()
    .toBuffer();
}

async function jpeg(image: Buffer, quality: number): Promise<Buffer> {
  return sharp(image).removeAlpha().jpeg({ quality }).toBuffer();
}
