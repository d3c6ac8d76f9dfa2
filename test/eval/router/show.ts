import { ROUTE_LABELS } from '#shared/router/labels.ts';
import { type Figures, figuresOf, type Judged } from './figures.ts';
import type { Utterance } from './utterances.ts';

export interface Sorted extends Judged {
  readonly utterance: Utterance;
  readonly confidence: number;
}

/** Below which confidence a message could be taken for one that nobody here answers. */
const THRESHOLDS = [0, 0.3, 0.4, 0.5];

/** Prints how well utterances were sorted, and on demand those that went wrong. */
export function show(name: string, sorted: readonly Sorted[], withErrors: boolean): void {
  const figures = figuresOf(sorted, ROUTE_LABELS);
  console.log(
    `\n${name}: macro-F1 ${figures.macroF1.toFixed(3)}, ${(100 * figures.accuracy).toFixed(1)} % right of ${sorted.length}`,
  );
  console.table(tableOf(figures));
  for (const threshold of THRESHOLDS) console.log(rejection(sorted, threshold));
  if (!withErrors) return;
  for (const { utterance, expected, answered } of sorted) {
    if (expected !== answered) console.log(`${expected} → ${answered}: ${utterance.text}`);
  }
}

function rejection(sorted: readonly Sorted[], threshold: number): string {
  const judged = sorted.map((one) =>
    one.confidence < threshold ? { ...one, answered: 'none' } : one,
  );
  const share = (all: readonly Judged[], holds: (one: Judged) => boolean) =>
    (all.filter(holds).length / Math.max(1, all.length)).toFixed(3);
  const out = judged.filter(({ expected }) => expected === 'none');
  const within = judged.filter(({ expected }) => expected !== 'none');
  const isNone = ({ answered }: Judged) => answered === 'none';
  return `rejecting below ${threshold}: out of scope caught ${share(out, isNone)}, in scope kept ${share(within, (one) => !isNone(one))}, macro-F1 ${figuresOf(judged, ROUTE_LABELS).macroF1.toFixed(3)}`;
}

function tableOf({ confusion, f1 }: Figures): Record<string, Record<string, number>> {
  return Object.fromEntries(
    [...confusion].map(([expected, answers]) => [
      expected,
      { ...Object.fromEntries(answers), F1: Number((f1.get(expected) ?? 0).toFixed(2)) },
    ]),
  );
}
