import sharp, { type Sharp } from 'sharp';
import type { Font } from '../fonts.ts';
import { printDots } from '../paper/dots.ts';
import { burn } from '../paper/thermal.ts';
import { fractions, type Random, randomFrom } from '../random.ts';
import type { Form, PaperLine } from '../text/line.ts';
import { surface } from './background.ts';
import { clutter } from './clutter.ts';
import type { Shot } from './damage.ts';
import { expose } from './expose.ts';
import { type Frame, frameOf } from './frame.ts';
import { type Point, project } from './homography.ts';
import { lightOf } from './light.ts';
import { type Sheet, sheetOf } from './sheet.ts';

/** What is printed, on which till. */
export interface Print {
  readonly lines: readonly PaperLine[];
  readonly form: Form & { readonly dots: number };
  readonly font: Font;
}

/** A photograph by telephone of a receipt from a thermal printer: a JPEG. Same seed, same picture. */
export async function photograph(print: Print, shot: Shot, seed: number): Promise<Buffer> {
  return (await photographWithPlaces(print, shot, seed)).jpeg;
}

export interface PhotographWithPlaces {
  readonly jpeg: Buffer;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Where a place of the paper, in dots, is in the picture: fractions of its width and height. */
  placeOf(dot: Point): Point;
}

/** The photograph that {@link photograph} takes, and where on it the print is. */
export async function photographWithPlaces(
  print: Print,
  shot: Shot,
  seed: number,
): Promise<PhotographWithPlaces> {
  const random = randomFrom(seed);
  const dots = printDots(print.lines, print.form, print.font);
  const frame = frameOf(dots, shot, random);
  const { width, height, scale } = frame;
  const paper = await burn(dots, scale, shot, random);
  const sheet = sheetOf(dots.width, dots.height, shot, random);
  const picture = expose({
    paper,
    sheet,
    frame,
    table: surface(shot.background, random.whole(1, 1e9)),
    light: lightOf(shot, random),
    tint: tintOf(random),
  });
  const raw = { width, height, channels: 3 as const };
  const sharpPicture =
    shot.clutter === 0
      ? sharp(picture, { raw })
      : sharp(
          await sharp(picture, { raw })
            .composite([{ input: clutter(frame, shot.clutter, random) }])
            .removeAlpha()
            .raw()
            .toBuffer(),
          { raw },
        );
  const seen = await blurred(sharpPicture, shot, scale, random).raw().toBuffer();
  grain(seen, shot.noise, random.whole(1, 1e9));
  const developed = sharp(seen, { raw });
  const { data: jpeg, info } = await (shot.turn === 0 ? developed : developed.rotate(shot.turn))
    .jpeg({ quality: shot.jpeg })
    .toBuffer({ resolveWithObject: true });
  const placeOf = (dot: Point) => turned(placeInFrame(dot, sheet, frame), shot.turn);
  return { jpeg, width: info.width, height: info.height, placeOf };
}

/** Back through the bends of the sheet, which are gentle, and through the lens. */
function placeInFrame(dot: Point, sheet: Sheet, { width, height, scale, toPicture }: Frame): Point {
  const bent = new Float64Array(3);
  let { x, y } = dot;
  for (let round = 0; round < 30; round += 1) {
    sheet.at(x, y, bent);
    [x, y] = [x + dot.x - (bent[0] ?? 0), y + dot.y - (bent[1] ?? 0)];
  }
  const seen = project(toPicture, { x, y });
  return { x: (seen.x * scale) / width, y: (seen.y * scale) / height };
}

function turned({ x, y }: Point, turn: Shot['turn']): Point {
  if (turn === 90) return { x: 1 - y, y: x };
  if (turn === 180) return { x: 1 - x, y: 1 - y };
  return turn === 270 ? { x: y, y: 1 - x } : { x, y };
}

/** From a lamp in the evening, which is warm, to daylight in the shade. */
function tintOf(random: Random): readonly [number, number, number] {
  const warm = random.between(-0.03, 0.12);
  const bright = random.between(0.86, 1);
  return [bright * (1 + warm / 2), bright, bright * (1 - 1.4 * warm)];
}

/** Out of focus, or moved along a line while the shutter was open. */
function blurred(image: Sharp, { blur, shaken }: Shot, scale: number, random: Random): Sharp {
  const length = 2 * Math.round(1.3 * blur * scale) + 1;
  if (!shaken || length < 3) return image.blur(Math.max(0.3, blur * scale));
  const middle = (length - 1) / 2;
  const steep = random.between(-1, 1);
  const kernel = Array.from({ length: length * length }, (_, at) => {
    const [x, y] = [(at % length) - middle, Math.floor(at / length) - middle];
    return Math.round(steep * x) === y ? 1 : 0;
  });
  return image.convolve({ width: length, height: length, kernel, scale: length });
}

/** Three even draws make a bell; the colours share most of a sensor's grain. */
function grain(data: Buffer, deviation: number, seed: number): void {
  const next = fractions(seed);
  for (let at = 0; at < data.length; at += 3) {
    const common = 1.6 * deviation * (next() + next() + next() - 1.5);
    for (let part = 0; part < 3; part += 1) {
      const value = (data[at + part] ?? 0) + common + deviation * (next() - 0.5);
      data[at + part] = Math.min(255, Math.max(0, value));
    }
  }
}
