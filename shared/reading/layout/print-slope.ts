import { median } from '#shared/reading/geometry/median.ts';
import { pointIn, slopeIn, type TextRegion } from '#shared/reading/geometry/text-region.ts';

/** How much print falls from left to right at a place of the page, pixels a pixel. */
export type PrintSlope = (x: number, y: number) => number;

/** Heights of text over which the slope of print is taken to be the same: less across lines than along. */
const REACH = { along: 5, across: 6 };
/** Weight of text on the same height of the page where there is none nearby. */
const DISTANT_WEIGHT = 0.02;

/** The slope of print anywhere, from the text around: paper that curls or creases turns it from place to place. */
export function printSlope(regions: readonly TextRegion[]): PrintSlope {
  const height = median(regions.map((region) => region.height));
  const samples = regions.flatMap((region) => samplesOf(region, height));
  return (x, y) => {
    let [sum, weights] = [0, 1e-9];
    for (const sample of samples) {
      const across = (sample.y - y) / (height * REACH.across);
      if (Math.abs(across) > 3) continue;
      const along = (sample.x - x) / (height * REACH.along);
      const weight =
        sample.weight * Math.exp(-(across ** 2)) * (Math.exp(-(along ** 2)) + DISTANT_WEIGHT);
      sum += sample.slope * weight;
      weights += weight;
    }
    return sum / weights;
  };
}

/** A long text weighs more: the angle of a short one is half chance. */
function samplesOf(region: TextRegion, height: number) {
  if (region.width < region.height * 1.5) return [];
  const count = Math.max(1, Math.round(region.width / (height * 5)));
  return Array.from({ length: count }, (_, at) => {
    const u = (at + 0.5) / count;
    const weight = (region.width / height) ** 2 / count;
    return { ...pointIn(region, u, 0.5), slope: slopeIn(region, u), weight };
  });
}
