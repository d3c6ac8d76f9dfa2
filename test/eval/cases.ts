import { globSync, readFileSync } from 'node:fs';
import { DEGRADATIONS, photograph } from '#test/synthetic/degrade.ts';
import { generateReceipts } from '#test/synthetic/generate.ts';
import { GroundTruth } from '#test/synthetic/ground-truth.ts';
import { printPaper } from '#test/synthetic/print.ts';

/** One image with what is printed on it; the image is made when it is asked for. */
export interface EvaluationCase {
  readonly kind: string;
  readonly truth: GroundTruth;
  image(): Promise<Buffer>;
}

export function photoCases(): EvaluationCase[] {
  return globSync('test/data/receipts/*.json')
    .sort()
    .map((path) => ({
      kind: 'photo',
      truth: GroundTruth.parse(JSON.parse(readFileSync(path, 'utf8'))),
      image: async () => readFileSync(path.replace(/\.json$/, '')),
    }));
}

/** Eight chains in turn; each round of eight is degraded in another way. */
export function syntheticCases(): EvaluationCase[] {
  return generateReceipts(64).map(({ seed, lines, truth }, at) => {
    const kind = DEGRADATIONS[(at + Math.floor(at / 8)) % DEGRADATIONS.length] ?? 'clean';
    return { kind, truth, image: async () => photograph(await printPaper(lines), kind, seed) };
  });
}
