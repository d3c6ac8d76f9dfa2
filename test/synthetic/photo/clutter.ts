import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../random.ts';
import type { Frame } from './frame.ts';

/** Fingers that hold the paper and other papers beside it, as a PNG to lay over the picture. */
export function clutter(frame: Frame, count: number, random: Random): Buffer {
  const canvas = createCanvas(frame.width, frame.height);
  const context = canvas.getContext('2d');
  for (let at = 0; at < count; at += 1) {
    if (at % 2 === 0) finger(context, frame, random);
    else foreignPaper(context, frame, random);
  }
  return canvas.toBuffer('image/png');
}

/** A thumb from the left, the right or below; no further in than the paper's white border. */
function finger(
  context: SKRSContext2D,
  { width, height, scale, margin }: Frame,
  random: Random,
): void {
  const thick = 66 * scale;
  const reach = (margin + random.between(12, 30)) * scale;
  const side = random.pick(['left', 'right', 'below']);
  const along = random.between(0.45, 0.9);
  const [x, y, dx, dy] =
    side === 'left'
      ? [reach - thick / 2, along * height, -1, 0.4]
      : side === 'right'
        ? [width - reach + thick / 2, along * height, 1, 0.4]
        : [along * width, height - reach + thick / 2, 0.2, 1];
  const skin = random.pick(['#c98f6f', '#e0ac8a', '#8d5a3f']);
  const glow = context.createRadialGradient(x, y, thick * 0.1, x, y, thick * 1.3);
  glow.addColorStop(0, '#f0c9ae');
  glow.addColorStop(0.4, skin);
  glow.addColorStop(1, skin);
  context.strokeStyle = glow;
  context.lineWidth = thick;
  context.lineCap = 'round';
  context.shadowColor = '#000000a0';
  context.shadowBlur = 12 * scale;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + dx * thick * 3, y + dy * thick * 3);
  context.stroke();
}

/** The corner of a leaflet that reaches into the picture. */
function foreignPaper(
  context: SKRSContext2D,
  { width, height, scale, margin }: Frame,
  random: Random,
) {
  const size = 260 * scale;
  const [x, y] = [random.chance(0.5) ? 0 : width, random.chance(0.5) ? 0 : height];
  context.save();
  context.translate(x, y);
  context.rotate(random.between(0.5, 1));
  const reach = (margin + random.between(0, 25)) * scale;
  context.fillStyle = random.pick(['#f4f1e6', '#ffe28a', '#dfe8f5']);
  context.shadowColor = '#00000080';
  context.shadowBlur = 8 * scale;
  context.fillRect(-size, -reach, 2 * size, 2 * reach);
  context.shadowBlur = 0;
  context.fillStyle = '#7a2f2f';
  for (let line = -2; line <= 2; line += 1) {
    context.fillRect(-size * 0.8, line * 16 * scale, size * 1.5, 5 * scale);
  }
  context.restore();
}
