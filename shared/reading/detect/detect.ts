import sharp from 'sharp';
import type { Grey } from '#shared/reading/geometry/line-crop.ts';
import type { TextRegion } from '#shared/reading/geometry/text-region.ts';
import { loadNetwork, type Network } from '#shared/reading/networks/network.ts';
import { regionsOfMap } from './regions-of-map.ts';
import { type Strip, stripsOf } from './strips.ts';

/** The network halves its image five times. */
const GRAIN = 32;
/** Brightness as the network was trained on it, per colour. */
const MEAN = [0.485, 0.456, 0.406];
const DEVIATION = [0.229, 0.224, 0.225];

export interface Detector {
  /**
   * Finds text on a page scaled by `scale`.
   * @param signal aborted when there is no time for another strip
   * @returns regions in pixels of the page
   */
  find(page: Grey, scale: number, signal?: AbortSignal): Promise<TextRegion[]>;
}

export async function loadDetector(): Promise<Detector> {
  const network = await loadNetwork('detection');
  return {
    async find(page, scale, signal) {
      const width = roundToGrain(page.width * scale);
      const height = roundToGrain(page.height * scale);
      const raw = { width: page.width, height: page.height, channels: 1 } as const;
      const data = await sharp(page.data, { raw })
        .resize({ width, height, fit: 'fill' })
        .toColourspace('b-w')
        .raw()
        .toBuffer();
      const [across, down] = [page.width / width, page.height / height];
      const regions: TextRegion[] = [];
      for (const strip of stripsOf({ width, height, grain: GRAIN })) {
        signal?.throwIfAborted();
        regions.push(...(await findInStrip(network, { data, width, height }, strip)));
      }
      return regions.map((region) => ({
        ...region,
        x: (region.x + 0.5) * across,
        y: (region.y + 0.5) * down,
        width: region.width * across,
        height: region.height * down,
        ...(region.bend && { bend: region.bend.map((below) => below * down) }),
      }));
    },
  };
}

/** Text with its middle in the strip's own part; the margins belong to its neighbours. */
async function findInStrip(network: Network, image: Grey, strip: Strip): Promise<TextRegion[]> {
  const { width } = image;
  const height = strip.bottom - strip.top;
  const plane = width * height;
  const input = new Float32Array(3 * plane);
  for (let colour = 0; colour < 3; colour++) {
    const [mean = 0, deviation = 1] = [MEAN[colour], DEVIATION[colour]];
    for (let at = 0; at < plane; at++) {
      const grey = (image.data[strip.top * width + at] ?? 0) / 255;
      input[colour * plane + at] = (grey - mean) / deviation;
    }
  }
  const { data } = await network(input, [1, 3, height, width]);
  return regionsOfMap({ data, width, height })
    .map((region) => ({ ...region, y: region.y + strip.top }))
    .filter(({ y }) => y >= strip.from && y < strip.to);
}

function roundToGrain(length: number): number {
  return Math.max(GRAIN, Math.round(length / GRAIN) * GRAIN);
}
