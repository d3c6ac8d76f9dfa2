import sharp, { type Sharp } from 'sharp';
import { skewOf } from './skew.ts';

/** A way to prepare a photograph for reading; none is best for all (docs/receipts.md). */
export interface Variant {
  readonly name: string;
  prepare(image: Sharp, facts: Facts): Sharp;
  /** Divides by the light that falls on the paper first: shadows go, letters stay. */
  readonly evenLight?: true;
}

interface Raw {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

interface Facts {
  readonly width: number;
  readonly height: number;
  /** Degrees the text is turned clockwise. */
  readonly skew: number;
}

/** Small text is enlarged to what Tesseract was trained on, large photographs are made smaller. */
const GOOD_WIDTH = { least: 900, most: 1500 };

/** In the order of trial: the cheapest that often suffices first. */
export const VARIANTS: readonly Variant[] = [
  { name: 'plain', prepare: (image, facts) => straight(scaled(image, facts, 1), facts) },
  {
    name: 'evened',
    prepare: (image, facts) => straight(scaled(image, facts, 1), facts),
    evenLight: true,
  },
  {
    name: 'enlarged',
    prepare: (image, facts) => straight(scaled(image, facts, 2), facts).normalise(),
  },
  {
    name: 'contrast',
    prepare: (image, facts) =>
      straight(scaled(image, facts, 1.5), facts).clahe({ width: 64, height: 64, maxSlope: 3 }),
  },
  {
    name: 'soft',
    prepare: (image, facts) =>
      straight(scaled(image, facts, 1.5), facts)
        .median(3)
        .normalise(),
  },
];

function scaled(image: Sharp, { width }: Facts, factor: number): Sharp {
  const wished = Math.min(
    Math.max(width * factor, GOOD_WIDTH.least),
    Math.max(GOOD_WIDTH.most, GOOD_WIDTH.least * factor),
  );
  return Math.round(wished) === width ? image : image.resize({ width: Math.round(wished) });
}

/** Below a third of a degree turning blurs more than it helps. */
function straight(image: Sharp, { skew }: Facts): Sharp {
  return Math.abs(skew) < 0.34 ? image : image.rotate(-skew, { background: '#ffffff' });
}

/**
 * The image divided by its own strong blur, which is the light without the letters. As a blend:
 * colour dodge divides by what is left of white, so the blur goes in negated.
 */
async function evened(source: () => Sharp, raw: Raw): Promise<Buffer> {
  const light = await source()
    .blur(Math.max(8, raw.width / 40))
    .negate()
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return source()
    .composite([{ input: light, raw, blend: 'colour-dodge' }])
    .toColourspace('b-w')
    .raw()
    .toBuffer();
}

/** Decodes once, upright by its EXIF, grey, and measures what the variants need. */
export async function openImage(bytes: Buffer, maxPixels: number) {
  const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize({ width: 3000, height: 6000, fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const source = () => sharp(data, { raw });
  const facts = { width: info.width, height: info.height, skew: await skewOf(source()) };
  return {
    facts,
    prepare: async (variant: Variant) => {
      const image = variant.evenLight ? sharp(await evened(source, raw), { raw }) : source();
      return variant.prepare(image, facts).png().withMetadata({ density: 300 }).toBuffer();
    },
  };
}
