import type { Sharp } from 'sharp';

const WIDTH = 500;
const MOST = 6;
const STEP = 0.25;

/**
 * By how many degrees the lines of text are turned clockwise, −6 … 6. At the right angle the rows of
 * the page are either text or gap, so the sums of darkness along them differ most.
 */
export async function skewOf(image: Sharp): Promise<number> {
  const { data, info } = await image
    .resize({ width: WIDTH })
    .normalise()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const ink = inkOf(data, info.width, info.height);
  let best = { angle: 0, score: contrastAt(0, ink, info.height) };
  for (let angle = -MOST; angle <= MOST; angle += STEP) {
    const score = contrastAt(angle, ink, info.height);
    // Straight wins a tie: turning costs sharpness.
    if (score > best.score * 1.02) best = { angle, score };
  }
  return best.angle;
}

interface Ink {
  readonly x: number;
  readonly y: number;
}

/** Dark pixels that have a light one just above: the upper edges of letters, not shadows. */
function inkOf(data: Buffer, width: number, height: number): Ink[] {
  const ink: Ink[] = [];
  for (let y = 2; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const here = data[y * width + x] ?? 0;
      const above = data[(y - 2) * width + x] ?? 0;
      if (above - here > 40) ink.push({ x, y });
    }
  }
  return ink;
}

function contrastAt(angle: number, ink: readonly Ink[], height: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const margin = Math.ceil(Math.abs(slope) * WIDTH);
  const rows = new Float64Array(height + 2 * margin + 1);
  for (const { x, y } of ink) {
    const row = Math.round(y - slope * x) + margin;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let score = 0;
  for (const count of rows) score += count * count;
  return score;
}
