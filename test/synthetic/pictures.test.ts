import { createCanvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { textOf } from '#shared/reading/model/reading.ts';
import { readPdfText, renderPdf } from '#shared/reading/pages/pdf.ts';
import { pdfReceipt } from './e-receipt/pdf.ts';
import { pdfOfJpeg } from './e-receipt/pdf-of-jpeg.ts';
import { screenshot } from './e-receipt/screenshot.ts';
import { FONTS, type Font, familyOf } from './fonts.ts';
import { generateReceipts } from './generate.ts';
import { scan } from './paper/scan.ts';
import { DAMAGES, shotOf } from './photo/damage.ts';
import { photograph } from './photo/photograph.ts';
import { randomFrom } from './random.ts';
import { REPORT } from './sets.ts';

const [receipt] = generateReceipts(REPORT, 1);
if (receipt === undefined) throw new Error('no receipt');
const { lines, shop, seed, truth } = receipt;
const print = { lines, form: shop, font: REPORT.thermal[0] };
const onScreen = { lines, form: shop, font: REPORT.screen[0] };

test.each(Object.values(FONTS))(
  '$family has every Polish letter, apart from its plain one',
  (font) => {
    const nothing = ink(font, '\u{e123}').toString();
    for (const letter of 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ') {
      const plain = letter.replace('ł', 'l').replace('Ł', 'L').normalize('NFD').charAt(0);
      const drawn = ink(font, letter).toString();
      expect([nothing, ink(font, plain).toString()], letter).not.toContain(drawn);
    }
  },
);

test.each(DAMAGES)('a %s photograph is a JPEG, the same each time', async (damage) => {
  // The smallest picture: what differs between two makings would differ here too.
  const scale = { ...REPORT.damage, megapixels: [0.4] };
  const take = () => photograph(print, shotOf(damage, 'heavy', scale, randomFrom(seed)), seed);
  const [one, two] = [await take(), await take()];
  const { format, width, height } = await sharp(one).metadata();
  expect(format).toBe('jpeg');
  expect(Math.min(width, height)).toBeGreaterThan(400);
  expect(one.equals(two)).toBe(true);
});

test('a heavier damage shows more', async () => {
  const noise = async (level: 'light' | 'heavy') => {
    const scale = { ...REPORT.damage, megapixels: [0.4] };
    const shot = shotOf('noisy', level, scale, randomFrom(seed));
    const corner = await sharp(
      await photograph(print, { ...shot, jpeg: 100, background: 'dark-table' }, seed),
    )
      .extract({ left: 2, top: 2, width: 30, height: 30 })
      .png()
      .toBuffer();
    const { channels } = await sharp(corner).stats();
    return channels[0]?.stdev ?? 0;
  };
  expect(await noise('heavy')).toBeGreaterThan(2 * (await noise('light')));
});

test('a PDF of an app has its text, torn over two pages or not', async () => {
  for (const pages of [1, 2] as const) {
    const make = () => pdfReceipt(onScreen, pages, randomFrom(seed));
    expect(make().equals(make())).toBe(true);
    const reading = await readPdfText(make());
    const text = reading === undefined ? '' : textOf(reading);
    for (const { name } of truth.items) expect(text).toContain(name);
    expect(await renderPdf(make(), 5)).toHaveLength(pages);
  }
});

test('a scanned PDF is a picture without text, and can be drawn after others were read', async () => {
  const pdf = await pdfOfJpeg(await scan(print, randomFrom(seed)));
  expect(await readPdfText(pdf)).toBeUndefined();
  const [page] = await renderPdf(pdf, 5);
  const { width, height } = await sharp(page).metadata();
  expect(height / width).toBeGreaterThan(1);
  expect((await sharp(page).greyscale().stats()).channels[0]?.min).toBeLessThan(120);
});

test('a screenshot is a PNG as wide as a telephone', async () => {
  const { format, width } = await sharp(screenshot(onScreen, randomFrom(seed))).metadata();
  expect({ format, width }).toEqual({ format: 'png', width: 1080 });
});

function ink(font: Font, letter: string): Buffer {
  const canvas = createCanvas(40, 50);
  const context = canvas.getContext('2d');
  context.font = `32px "${familyOf(font)}"`;
  context.fillText(letter, 6, 38);
  return canvas.data();
}
