import { createCanvas } from '@napi-rs/canvas';
import { familyOf } from '../fonts.ts';
import type { Print } from '../photo/photograph.ts';
import type { Random } from '../random.ts';
import { writeLines } from './write-lines.ts';

/** A loyalty app's receipt on a telephone, 1080 pixels wide: a PNG. */
export function screenshot({ lines, form, font }: Print, random: Random): Buffer {
  const dark = random.chance(0.3);
  const leading = random.whole(38, 50);
  const inset = random.whole(50, 110);
  const [bar, foot] = [220, 190];
  const high = bar + foot + 80 + leading * (lines.length + 4) * 1.15;
  const canvas = createCanvas(1080, Math.round(high));
  const context = canvas.getContext('2d');
  context.fillStyle = dark ? '#e9ecef' : '#ffffff';
  context.fillRect(0, 0, 1080, high);
  context.fillStyle = random.pick(['#0050aa', '#c8102e', '#00632c', '#3b3b3b']);
  context.fillRect(0, 0, 1080, bar);
  context.fillStyle = '#ffffff';
  context.font = `40px "${familyOf(font)}"`;
  context.fillText('‹   Twój paragon', 50, 170);
  context.fillRect(inset - 30, bar + 30, 1080 - 2 * (inset - 30), high - bar - foot);
  context.fillStyle = '#1b1b1b';
  const column = { left: inset, top: bar + 60, width: 1080 - 2 * inset, leading, font };
  writeLines(context, lines, form, column);
  return canvas.toBuffer('image/png');
}
