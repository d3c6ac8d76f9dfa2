import type { Features } from '#shared/router/classify.ts';
import { shuffled } from './shuffled.ts';

export interface Example {
  readonly features: Features;
  /** Its place among the classes. */
  readonly answer: number;
}

/** A block of features, and how much it says beside the others. */
export interface Block {
  readonly name: string;
  readonly places: number;
  readonly scale: number;
}

/** Weights as they were found; by block, by place, then by class. */
export interface FoundWeights {
  readonly classes: readonly string[];
  readonly bias: readonly number[];
  readonly tables: ReadonlyMap<string, Float32Array>;
}

export interface Training {
  readonly classes: readonly string[];
  readonly blocks: readonly Block[];
  readonly epochs: number;
  readonly rate: number;
  /** Pulls weights to zero. */
  readonly decay: number;
  readonly random: () => number;
}

/** So little is wrong that nothing is to be learned: saves most of the time in later epochs. */
const LEARNED = 4e-3;
const FIRST_SQUARE = 1e-2;

interface Table extends Block {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
}

/** Logistic regression by Adagrad, one example at a time; the same weights for the same `random`. */
export function trainLogistic(examples: readonly Example[], training: Training): FoundWeights {
  const { classes, epochs, rate, random } = training;
  const count = classes.length;
  const bias = new Float32Array(count);
  const biasSquares = new Float32Array(count).fill(FIRST_SQUARE);
  const tables = training.blocks.map((block): Table => {
    const size = block.places * count;
    const squares = new Float32Array(size).fill(FIRST_SQUARE);
    return { ...block, weights: new Float32Array(size), squares };
  });
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const step = rate * (1 - (0.95 * epoch) / epochs);
    for (const example of shuffled(examples, random)) {
      const wrong = errors(example, tables, bias);
      for (let one = 0; one < count; one += 1)
        adjust(bias, biasSquares, one, wrong[one] ?? 0, step);
      for (const table of tables) learn(example, table, wrong, step, training.decay);
    }
  }
  return {
    classes,
    bias: [...bias],
    tables: new Map(
      tables.map(({ name, weights, scale }) => [name, weights.map((weight) => weight * scale)]),
    ),
  };
}

/** How far each class's probability is from the truth. */
function errors({ features, answer }: Example, tables: readonly Table[], bias: Float32Array) {
  const scores = Float64Array.from(bias);
  const count = scores.length;
  for (const { name, weights, scale } of tables) {
    eachFeature(features, name, (place, value) => {
      for (let one = 0; one < count; one += 1) {
        scores[one] = (scores[one] ?? 0) + value * scale * (weights[place * count + one] ?? 0);
      }
    });
  }
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const sum = raised.reduce((total, one) => total + one, 0);
  return raised.map((one, at) => one / sum - (at === answer ? 1 : 0));
}

function learn(
  { features }: Example,
  { name, weights, squares, scale }: Table,
  wrong: Float64Array,
  step: number,
  decay: number,
): void {
  const count = wrong.length;
  eachFeature(features, name, (place, value) => {
    for (let one = 0; one < count; one += 1) {
      const slope = wrong[one] ?? 0;
      if (Math.abs(slope) < LEARNED) continue;
      const at = place * count + one;
      adjust(weights, squares, at, slope * value * scale + decay * (weights[at] ?? 0), step);
    }
  });
}

function adjust(
  weights: Float32Array,
  squares: Float32Array,
  at: number,
  slope: number,
  step: number,
): void {
  const square = (squares[at] ?? 0) + slope * slope;
  squares[at] = square;
  weights[at] = (weights[at] ?? 0) - (step * slope) / Math.sqrt(square);
}

function eachFeature(
  features: Features,
  block: string,
  use: (place: number, value: number) => void,
): void {
  const shown = features.get(block);
  if (shown === undefined) return;
  if (shown instanceof Float32Array) {
    for (let place = 0; place < shown.length; place += 1) use(place, shown[place] ?? 0);
  } else {
    for (let at = 0; at < shown.at.length; at += 1) use(shown.at[at] ?? 0, shown.value[at] ?? 0);
  }
}
