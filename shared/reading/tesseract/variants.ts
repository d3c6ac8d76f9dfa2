import sharp, { type Sharp } from 'sharp';
import type { ImageSize } from '#shared/reading/files/image-size.ts';
import type { Grey } from '#shared/reading/geometry/line-crop.ts';
import type { PrintLayout } from '#shared/reading/layout/measure-print.ts';
import { imageOf } from '#shared/reading/pages/page.ts';

/** A way to prepare a photograph for Tesseract; none is best for all (docs/receipts.md). */
export interface Variant {
  readonly name: string;
  /** Times the size at which its letters are as Tesseract was trained on them. */
  readonly size: number;
  readonly sharpen?: (image: Sharp, size: ImageSize) => Sharp;
  /** Divides by the light that falls on the paper first: shadows go, letters stay. */
  readonly evenLight?: true;
}

/** In the order of trial: what helps most photographs first. */
export const VARIANTS: readonly Variant[] = [
  { name: 'evened', size: 1, evenLight: true },
  { name: 'plain', size: 1 },
  { name: 'enlarged', size: 1.5, sharpen: (image) => image.normalise() },
  {
    name: 'contrast',
    size: 1.2,
    // A window may not be larger than the image, which of a single line it would be.
    sharpen: (image, { width, height }) =>
      image.clahe({ width: Math.min(64, width), height: Math.min(64, height), maxSlope: 3 }),
  },
  { name: 'soft', size: 1.2, sharpen: (image) => image.median(3).normalise() },
];

/** Height of a piece of text, in pixels, that Tesseract reads best. */
const TEXT_HEIGHT = 40;
/** Where no text was found to measure. */
const DEFAULT_WIDTH = 1200;
/** Pixels of a prepared image; more take longer than they help. */
const MAX_PIXELS = 5_000_000;
/** Below a third of a degree turning blurs more than it helps. */
const MIN_TILT = 0.34;

export interface Prepared {
  readonly image: Buffer;
  /** A place of the prepared image, on the page. */
  toPage(x: number, y: number): { x: number; y: number };
}

/** The printed part of a page, level, at the size of a variant. */
export async function prepare(page: Grey, print: PrintLayout, variant: Variant): Promise<Prepared> {
  const { bounds, degrees, textHeight } = print;
  const crop = {
    left: bounds.x0,
    top: bounds.y0,
    width: Math.max(1, bounds.x1 - bounds.x0),
    height: Math.max(1, bounds.y1 - bounds.y0),
  };
  const good = textHeight === undefined ? DEFAULT_WIDTH / crop.width : TEXT_HEIGHT / textHeight;
  const most = Math.sqrt(MAX_PIXELS / (crop.width * crop.height));
  const scale = Math.min(good * variant.size, most, 4);
  const source = variant.evenLight ? await evenOutLight(page) : page;
  const scaled = imageOf(source)
    .extract(crop)
    .resize({ width: Math.max(1, Math.round(crop.width * scale)) });
  const turn = Math.abs(degrees) < MIN_TILT ? 0 : degrees;
  // A pipeline of its own, because sharp would turn before it scales.
  const { data, info } = await sharp(await scaled.png().toBuffer())
    .rotate(-turn, { background: '#ffffff' })
    .toColourspace('b-w')
    .png()
    .toBuffer({ resolveWithObject: true });
  const image = variant.sharpen?.(sharp(data), info) ?? sharp(data);
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  return {
    image: await image.withMetadata({ density: 300 }).png().toBuffer(),
    toPage(x, y) {
      const [across, down] = [(x - info.width / 2) / scale, (y - info.height / 2) / scale];
      return {
        x: crop.left + crop.width / 2 + across * cos - down * sin,
        y: crop.top + crop.height / 2 + across * sin + down * cos,
      };
    },
  };
}

/**
 * The page divided by its own strong blur, which is the light without the letters. As a blend:
 * colour dodge divides by what is left of white, so the blur goes in negated.
 */
async function evenOutLight(page: Grey): Promise<Grey> {
  const { width, height } = page;
  const light = await imageOf(page)
    .blur(Math.max(8, width / 40))
    .negate()
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const data = await imageOf(page)
    .composite([{ input: light, raw: { width, height, channels: 1 }, blend: 'colour-dodge' }])
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { data, width, height };
}
