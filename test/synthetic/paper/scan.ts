import sharp from 'sharp';
import type { Print } from '../photo/photograph.ts';
import { fractions, type Random } from '../random.ts';
import { printDots } from './dots.ts';
import { burn } from './thermal.ts';

/** A receipt from a flatbed scanner at 200 to 300 dpi: flat and evenly lit, a little askew. */
export async function scan(print: Print, random: Random): Promise<Buffer> {
  const dots = printDots(print.lines, print.form, print.font);
  const wear = { fade: random.between(0, 0.15), ink: random.between(0.8, 1) };
  const { data, width, height } = await burn(dots, random.between(1, 1.5), wear, random);
  const next = fractions(random.whole(1, 1e9));
  for (let at = 0; at < data.length; at += 1) {
    data[at] = Math.min(255, (data[at] ?? 0) + 8 + 6 * (next() - 0.5));
  }
  return sharp(data, { raw: { width, height, channels: 1 } })
    .rotate(random.between(-0.8, 0.8), { background: '#fbfbfb' })
    .extend({ top: 20, bottom: 60, left: 20, right: 80, background: '#fbfbfb' })
    .jpeg({ quality: random.whole(70, 92) })
    .toBuffer();
}
