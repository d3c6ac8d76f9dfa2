import { expect, test } from 'vitest';
import { type Features, probabilities } from '#shared/router/classify.ts';
import type { HashedFeatures } from '#shared/router/hashed-features.ts';
import { quantised, readWeights, writeWeights } from '#shared/router/weights.ts';
import { forRawVectors, spreadOf, spreadOut } from '#test/eval/router/spread.ts';
import { trainLogistic } from '#test/eval/router/train-logistic.ts';
import { fractions } from '#test/synthetic/random.ts';

const CLASSES = ['sweet', 'sour', 'salty'];

/** Vectors around a point of their class, and one hashed place that only some classes have. */
function fixture() {
  const random = fractions(9);
  return Array.from({ length: 90 }, (_, number) => {
    const answer = number % CLASSES.length;
    const vector = Float32Array.from({ length: 4 }, (_, at) => (at === answer ? 3 : 1) + random());
    const hashed = { at: Int32Array.of(answer, 5), value: Float32Array.of(0.8, 0.6) };
    return { vector, hashed, answer };
  });
}

function shown(vector: Float32Array, hashed: HashedFeatures): Features {
  return new Map<string, Float32Array | HashedFeatures>([
    ['vector', vector],
    ['words', hashed],
  ]);
}

function trainedOnFixture() {
  const known = fixture();
  const spread = spreadOf(known.map(({ vector }) => vector));
  const blocks = [
    { name: 'vector', places: 4, scale: 2 },
    { name: 'words', places: 8, scale: 1 },
  ];
  const examples = known.map(({ vector, hashed, answer }) => ({
    features: shown(spreadOut(vector, spread), hashed),
    answer,
  }));
  const training = { classes: CLASSES, blocks, epochs: 5, rate: 0.2, decay: 1e-3 };
  const found = trainLogistic(examples, { ...training, random: fractions(1) });
  return { known, spread, found, raw: forRawVectors(found, 'vector', spread) };
}

/** The definition, from weights as they were found. */
function byDefinition(
  found: ReturnType<typeof trainLogistic>,
  vector: Float32Array,
  answer: number,
) {
  const scores = CLASSES.map((_, one) => {
    const of = (block: string, place: number) =>
      found.tables.get(block)?.[place * CLASSES.length + one] ?? Number.NaN;
    const byVector = vector.reduce((sum, value, at) => sum + value * of('vector', at), 0);
    return (found.bias[one] ?? 0) + byVector + 0.8 * of('words', answer) + 0.6 * of('words', 5);
  });
  const sum = scores.reduce((total, score) => total + Math.exp(score), 0);
  return scores.map((score) => Math.exp(score) / sum);
}

test('shipped weights, rounded and for vectors as they come, answer what training found', () => {
  const { known, spread, found, raw } = trainedOnFixture();
  const shipped = readWeights(
    writeWeights({
      classes: CLASSES,
      bias: raw.bias,
      tables: new Map(
        [...raw.tables].map(([name, table]) => [
          name,
          quantised(table.length / CLASSES.length, CLASSES.length, table),
        ]),
      ),
    }),
  );
  for (const { vector, hashed, answer } of known) {
    const answered = probabilities(shown(vector, hashed), shipped);
    const expected = byDefinition(found, spreadOut(vector, spread), answer);
    for (const [one, p] of answered.entries()) expect(p).toBeCloseTo(expected[one] ?? 2, 2);
    expect(answered.indexOf(Math.max(...answered))).toBe(answer);
  }
});

test('the same seed finds the same weights', () => {
  expect(trainedOnFixture().found).toEqual(trainedOnFixture().found);
});

test('weights that are cut off are refused', () => {
  const table = quantised(2, 2, Float32Array.of(1, -1, 0.25, 0));
  const file = writeWeights({ classes: ['a', 'b'], bias: [0, 1], tables: new Map([['x', table]]) });
  expect(readWeights(file).tables.get('x')?.steps).toEqual(Int8Array.of(127, -127, 32, 0));
  expect(() => readWeights(file.subarray(0, -1))).toThrow('cut off');
});
