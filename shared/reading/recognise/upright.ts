import { findText } from '#shared/reading/detect/find-text.ts';
import { cropLine, type Grey } from '#shared/reading/geometry/line-crop.ts';
import type { TextRegion } from '#shared/reading/geometry/text-region.ts';
import type { Character } from '#shared/reading/model/character.ts';
import type { Turns } from '#shared/reading/model/turns.ts';
import { rotatePage } from '#shared/reading/pages/page.ts';
import type { Networks } from './networks.ts';
import { LINE_HEIGHT } from './recognise.ts';

/** So many of the longest lines tell which way up a page is. */
const SAMPLE_LINES = 8;
/** Pixels of a line's beginning, some dozen letters: more of it takes longer and tells no more. */
const SAMPLE_WIDTH = 320;
/** One way must be read this much better than the other: most pages stand right already. */
const MIN_RATIO = 1.15;

/** A page with its text upright. */
export interface UprightPage {
  readonly page: Grey;
  /** How it was rotated, after the EXIF rotation. */
  readonly turns: Turns;
  readonly regions: readonly TextRegion[];
}

/** Turns a page until its text can be read: sideways text is seen, headlong text is read both ways. */
export async function turnUpright(
  page: Grey,
  networks: Networks,
  signal?: AbortSignal,
): Promise<UprightPage> {
  const regions = await findText(page, networks.detector, signal);
  if (!isSideways(regions)) {
    if (!(await isUpsideDown(page, regions, networks, signal))) return { page, turns: 0, regions };
    return await rotateAndFindText(page, 2, networks, signal);
  }
  const quarter = await rotateAndFindText(page, 1, networks, signal);
  return (await isUpsideDown(quarter.page, quarter.regions, networks, signal))
    ? await rotateAndFindText(page, 3, networks, signal)
    : quarter;
}

async function rotateAndFindText(
  page: Grey,
  turns: Turns,
  networks: Networks,
  signal: AbortSignal | undefined,
): Promise<UprightPage> {
  const upright = rotatePage(page, turns);
  return { page: upright, turns, regions: await findText(upright, networks.detector, signal) };
}

/** Whether most text stands on end; single digits are as high as wide and do not count. */
function isSideways(regions: readonly TextRegion[]): boolean {
  let balance = 0;
  for (const { width, height } of regions) {
    if (height > width * 2) balance += height;
    else if (width > height * 2) balance -= width;
  }
  return balance > 0;
}

async function isUpsideDown(
  page: Grey,
  regions: readonly TextRegion[],
  { recogniser }: Networks,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const longest = [...regions].sort((a, b) => b.width - a.width).slice(0, SAMPLE_LINES);
  const lines = longest.map((region) => cropBeginning(cropLine(page, region, LINE_HEIGHT)));
  const upright = totalConfidence(await recogniser.read(lines, signal));
  const onItsHead = lines.map((line) => rotatePage(line, 2));
  const headlong = totalConfidence(await recogniser.read(onItsHead, signal));
  return headlong > upright * MIN_RATIO;
}

function cropBeginning({ data, width, height }: Grey): Grey {
  const shown = Math.min(width, SAMPLE_WIDTH);
  const rows = Array.from({ length: height }, (_, row) =>
    data.subarray(row * width, row * width + shown),
  );
  return { data: Buffer.concat(rows), width: shown, height };
}

/** Characters read, each as far as it is sure. */
function totalConfidence(lines: readonly (readonly Character[])[]): number {
  return lines.flat().reduce((sum, { confidence }) => sum + confidence ** 2, 0);
}
