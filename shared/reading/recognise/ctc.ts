import type { Character } from '#shared/reading/model/character.ts';

/** The output of a CTC network (connectionist temporal classification) for one line. */
export interface Steps {
  /** For every step along the line, a probability per character. */
  readonly data: Float32Array;
  readonly count: number;
  /** How much of the steps is line, the rest being padding: 0 … 1. */
  readonly filled: number;
}

/**
 * The likeliest character at each step, where a run of one character is that character once and
 * the blank parts two of the same (`characters[0]`).
 */
export function decode(steps: Steps, characters: readonly string[]): Character[] {
  const found: Character[] = [];
  let run: { best: number; peak: number; weight: number; moment: number } | undefined;
  const finish = () => {
    const text = characters[run?.best ?? 0];
    if (run !== undefined && text !== undefined && text !== '') {
      const at = Math.min(1, run.moment / run.weight / steps.count / steps.filled);
      found.push({ text, confidence: run.peak, at });
    }
    run = undefined;
  };
  for (let step = 0; step < steps.count; step++) {
    const { best, probability } = likeliest(
      steps.data,
      step * characters.length,
      characters.length,
    );
    if (run?.best !== best) {
      finish();
      run = { best, peak: 0, weight: 0, moment: 0 };
    }
    run.peak = Math.max(run.peak, probability);
    run.weight += probability;
    run.moment += probability * (step + 0.5);
  }
  finish();
  return found;
}

function likeliest(data: Float32Array, from: number, count: number) {
  let [best, probability] = [0, data[from] ?? 0];
  for (let character = 1; character < count; character++) {
    const here = data[from + character] ?? 0;
    if (here > probability) [best, probability] = [character, here];
  }
  return { best, probability };
}
