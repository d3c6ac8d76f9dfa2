import { expect, test } from 'vitest';
import { regionsOfMap } from '#shared/reading/detect/regions-of-map.ts';
import { stripsOf } from '#shared/reading/detect/strips.ts';
import { pointIn } from '#shared/reading/geometry/text-region.ts';

const [width, height] = [120, 80];

/** A map with probability `sure` in a bar of 60 × 8 around the middle, turned by `angle`. */
function bar(angle: number, sure: number) {
  const data = new Float32Array(width * height);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - 60, y - 40];
      const [along, across] = [dx * cos + dy * sin, dy * cos - dx * sin];
      if (Math.abs(along) < 30 && Math.abs(across) < 4) data[y * width + x] = sure;
    }
  }
  return { data, width, height };
}

test.each([0, 0.2, -0.35])('a bar turned by %d radians is one region around it', (angle) => {
  const regions = regionsOfMap(bar(angle, 0.9));
  expect(regions).toHaveLength(1);
  const [region] = regions;
  expect(region?.angle).toBeCloseTo(angle, 1);
  expect(region?.x).toBeCloseTo(60, -1);
  expect(region?.y).toBeCloseTo(40, -1);
  // The mark is the heart of the text; the region is larger.
  expect(region?.width).toBeGreaterThan(62);
  expect(region?.height).toBeGreaterThan(14);
});

test('a mark along a curled line is a region as high as the line, bent along it', () => {
  const fall = (x: number) => ((x - 60) / 50) ** 2 * 8;
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 10; x <= 110; x++) {
      if (Math.abs(y - 30 - fall(x)) < 4) data[y * width + x] = 0.9;
    }
  }
  const [region, ...others] = regionsOfMap({ data, width, height });
  if (region === undefined) throw new Error('nothing was found');
  expect(others).toEqual([]);
  // A rectangle around it would be 40 high.
  expect(region.height).toBeLessThan(28);
  for (const u of [0.15, 0.3, 0.5, 0.7, 0.85]) {
    const { x, y } = pointIn(region, u, 0.5);
    expect(Math.abs(y - 30 - fall(x)), `at ${u}`).toBeLessThan(2);
  }
});

test('what is only perhaps text is none', () => {
  expect(regionsOfMap(bar(0, 0.4))).toEqual([]);
});

test('strips cover a tall image once, each with a margin of its neighbours', () => {
  const strips = stripsOf({ width: 640, height: 2560, grain: 32 });
  expect(strips.length).toBeGreaterThan(3);
  for (const [index, strip] of strips.entries()) {
    expect((strip.bottom - strip.top) % 32).toBe(0);
    expect((strip.bottom - strip.top) * 640).toBeLessThan(600_000);
    const next = strips[index + 1];
    if (next === undefined) expect(strip.bottom).toBe(2560);
    else {
      expect(next.from).toBe(strip.to);
      expect(next.top).toBeLessThan(strip.to);
    }
  }
});
