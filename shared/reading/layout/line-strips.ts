import type { Grey } from '#shared/reading/geometry/line-crop.ts';
import { median } from '#shared/reading/geometry/median.ts';
import { pointIn, type TextRegion } from '#shared/reading/geometry/text-region.ts';
import type { Box, Reading, Sheet, TextLine } from '#shared/reading/model/reading.ts';

/** The strip of a page on which a line stands, from edge to edge of the print around it. */
export interface Strip {
  /** In pixels of the upright page; as high as the line's own letters. */
  readonly region: TextRegion;
  /** The same on the sheet of the reading. */
  readonly box: Box;
}

/** A strip between two lines on which there is room for another. */
export interface Gap extends Strip {
  /** The line above it, counted from 0. */
  readonly below: number;
}

/** So many lines above and below tell how a line runs and where the print has its edges. */
const SLOPE_REACH = 2;
const EDGE_REACH = 5;
/** A wider step than this many usual ones, from line to line, leaves room for a line. */
const WIDE_STEP = 1.6;
/** More lines than this were hardly overlooked in one place; it is a blank. */
const MAX_LINES_IN_GAP = 2;

/** Fewer letters and digits than this are a speck or a torn-off end, not a line. */
const MIN_LETTERS = 3;

/** Where each line of a reading stands on its upright page; null for a speck and for a line without places. */
export function stripsOf({ lines, sheet }: Reading, page: Grey): (Strip | null)[] {
  if (sheet === undefined) return lines.map(() => null);
  const scale = scaleOf(sheet, page);
  const measured = lines.map((line) => measure(line, scale));
  return measured.map((own, at) => {
    if (own === null) return null;
    const around = (reach: number) =>
      measured.slice(Math.max(0, at - reach), at + reach + 1).filter((one) => one !== null);
    const near = around(SLOPE_REACH);
    const runs = near.reduce((sum, { runs }) => sum + runs, 0);
    const slope = runs === 0 ? 0 : near.reduce((sum, { rises }) => sum + rises, 0) / runs;
    const left = Math.min(...around(EDGE_REACH).map(({ x0 }) => x0));
    const right = Math.max(...around(EDGE_REACH).map(({ x1 }) => x1));
    const [x, angle] = [(left + right) / 2, Math.atan(slope)];
    const y = own.y + slope * (x - own.x);
    const width = (right - left) / Math.cos(angle);
    const height = median(near.map(({ letters }) => letters(slope)));
    return stripOf({ x, y, width, height, angle }, scale);
  });
}

/** Where lines may have been overlooked: the strips between two lines that stand too far apart. */
export function gapsBetween(
  strips: readonly (Strip | null)[],
  { sheet }: Reading,
  page: Grey,
): Gap[] {
  if (sheet === undefined) return [];
  const lines = strips.flatMap((strip, at) => (strip === null ? [] : [{ ...strip, at }]));
  const pairs = lines.flatMap(({ at, region: above }, index) => {
    const under = lines[index + 1]?.region;
    return under === undefined ? [] : [{ at, above, under }];
  });
  const usual = median(pairs.map(({ above, under }) => under.y - above.y));
  return pairs.flatMap(({ at, above, under }) => {
    const step = under.y - above.y;
    const room = Math.round(step / usual) - 1;
    if (!(step > usual * WIDE_STEP) || room > MAX_LINES_IN_GAP) return [];
    return Array.from({ length: Math.max(1, room) }, (_, index) => {
      const region = interpolate(above, under, (index + 1) / (Math.max(1, room) + 1));
      return { ...stripOf(region, scaleOf(sheet, page)), below: at };
    });
  });
}

interface Scale {
  readonly x: number;
  readonly y: number;
}

/** Textract measures in units of its own, the others in pixels of the page. */
function scaleOf({ width, bottoms }: Sheet, page: Grey): Scale {
  return { x: page.width / width, y: page.height / (bottoms.at(-1) ?? page.height) };
}

/** The middle of a line, how far its words run and rise, and how high its letters are. */
function measure({ words, text }: TextLine, scale: Scale) {
  const letters = text.match(/[\p{L}\d]/gu)?.length ?? 0;
  if (words.length === 0 || letters < MIN_LETTERS) return null;
  const boxes = words.map(({ box }) => ({
    x: ((box.x0 + box.x1) / 2) * scale.x,
    y: ((box.y0 + box.y1) / 2) * scale.y,
    width: (box.x1 - box.x0) * scale.x,
    height: (box.y1 - box.y0) * scale.y,
  }));
  const mean = (of: (box: (typeof boxes)[number]) => number) =>
    boxes.reduce((sum, box) => sum + of(box), 0) / boxes.length;
  const [x, y] = [mean((box) => box.x), mean((box) => box.y)];
  return {
    ...{ x, y },
    x0: Math.min(...boxes.map((box) => box.x - box.width / 2)),
    x1: Math.max(...boxes.map((box) => box.x + box.width / 2)),
    runs: boxes.reduce((sum, box) => sum + (box.x - x) ** 2, 0),
    rises: boxes.reduce((sum, box) => sum + (box.x - x) * (box.y - y), 0),
    /** The box of a slanted word is higher than its letters, by what the word rises. */
    letters(slope: number): number {
      return median(
        boxes.map(({ width, height }) => Math.max(height - width * Math.abs(slope), height / 2)),
      );
    },
  };
}

function stripOf(region: TextRegion, scale: Scale): Strip {
  const corners = [0, 1].flatMap((u) => [pointIn(region, u, 0), pointIn(region, u, 1)]);
  const xs = corners.map(({ x }) => x / scale.x);
  const ys = corners.map(({ y }) => y / scale.y);
  const box = {
    ...{ x0: Math.min(...xs), y0: Math.min(...ys) },
    ...{ x1: Math.max(...xs), y1: Math.max(...ys) },
  };
  return { region, box };
}

function interpolate(above: TextRegion, under: TextRegion, share: number): TextRegion {
  const mix = (of: (region: TextRegion) => number) => of(above) + (of(under) - of(above)) * share;
  return {
    x: mix(({ x }) => x),
    y: mix(({ y }) => y),
    width: mix(({ width }) => width),
    height: mix(({ height }) => height),
    angle: mix(({ angle }) => angle),
  };
}
