import { parseArgs } from 'node:util';
import { probabilities } from '#shared/router/classify.ts';
import { MESSAGE_LANGUAGES, ROUTE_LABELS } from '#shared/router/labels.ts';
import { routeMessage } from '#shared/router/route-message.ts';
import { fractions } from '#test/synthetic/random.ts';
import { vectorsOf, writtenOf } from './examples.ts';
import { type Figures, figuresOf, type Judged } from './figures.ts';
import { foldsOf } from './folds.ts';
import { hurriedOnes } from './slips.ts';
import { BLOCKS, type Known, trainRouter } from './train-router.ts';
import { shippedUtterances, type Utterance, utterancesOf } from './utterances.ts';

// `npm run eval:router [-- FILE.tsv --language=pl]`: how well messages are sorted (docs/chat.md), by
// cross-validation over the shipped utterances or, with a file, by the shipped weights over its lines.
const { values, positionals } = parseArgs({
  options: {
    language: { type: 'string' },
    errors: { type: 'boolean' },
    features: { type: 'string' },
    folds: { type: 'string', default: '5' },
  },
  allowPositionals: true,
});

interface Sorted extends Judged {
  readonly utterance: Utterance;
}

const FEATURE_SETS = {
  letters: [BLOCKS.letters],
  vector: [BLOCKS.vector],
  'vector, letters': [BLOCKS.vector, BLOCKS.letters],
  'concepts, letters': [BLOCKS.concepts, BLOCKS.letters],
  'vector, concepts, letters': [BLOCKS.vector, BLOCKS.concepts, BLOCKS.letters],
};
const SEED = 1;

const [file] = positionals;
if (file === undefined) await crossValidate(Number(values.folds));
else await judgeFile(file);

async function judgeFile(path: string): Promise<void> {
  const language = MESSAGE_LANGUAGES.find((one) => one === values.language) ?? 'en';
  const sorted: Sorted[] = [];
  const taken: number[] = [];
  for (const utterance of utterancesOf(path, language)) {
    const start = performance.now();
    const { label } = await routeMessage(utterance.text);
    taken.push(performance.now() - start);
    sorted.push({ utterance, expected: utterance.label, answered: label });
  }
  taken.sort((one, other) => one - other);
  show(path, sorted);
  console.log(`p50 ${taken[Math.floor(taken.length / 2)]?.toFixed(1)} ms a message`);
}

async function crossValidate(folds: number): Promise<void> {
  const utterances = shippedUtterances();
  const foldOf = foldsOf(utterances, folds, fractions(SEED));
  const typed = hurriedOnes(utterances);
  const vectors = await vectorsOf([...utterances, ...typed]);
  const known = (utterance: Utterance, at: number): Known => ({
    utterance,
    vector: vectors[at] ?? new Float32Array(BLOCKS.vector.places),
  });
  const written = utterances.map(known);
  const quickly = typed.map((one, at) => known(one, at + utterances.length));
  for (const [name, blocks] of Object.entries(FEATURE_SETS)) {
    if (values.features !== undefined && values.features !== name) continue;
    const sorted = Array.from({ length: folds }, (_, fold) => {
      const others = (_one: Known, at: number) => foldOf[at] !== fold;
      const weights = trainRouter([...written.filter(others), ...quickly.filter(others)], blocks);
      return written
        .filter((_one, at) => foldOf[at] === fold)
        .map(({ utterance, vector }) => {
          const shown = new Map([...writtenOf(utterance), ['vector', vector] as const]);
          const found = probabilities(shown, weights);
          const answered = ROUTE_LABELS[found.indexOf(Math.max(...found))] ?? 'none';
          return { utterance, expected: utterance.label, answered };
        });
    }).flat();
    for (const language of MESSAGE_LANGUAGES) {
      show(
        `${name}, ${language}`,
        sorted.filter(({ utterance }) => utterance.language === language),
      );
    }
  }
}

function show(name: string, sorted: readonly Sorted[]): void {
  const figures = figuresOf(sorted, ROUTE_LABELS);
  const inScope = sorted.filter(({ expected }) => expected !== 'none');
  const kept =
    inScope.filter(({ answered }) => answered !== 'none').length / Math.max(1, inScope.length);
  const out = sorted.filter(({ expected }) => expected === 'none');
  const caught = out.filter(({ answered }) => answered === 'none').length / Math.max(1, out.length);
  console.log(
    `\n${name}: macro-F1 ${figures.macroF1.toFixed(3)}, right ${figures.accuracy.toFixed(3)}, out of scope caught ${caught.toFixed(2)}, in scope kept ${kept.toFixed(2)}`,
  );
  console.table(tableOf(figures));
  if (!values.errors) return;
  for (const { utterance, expected, answered } of sorted) {
    if (expected !== answered) console.log(`${expected} → ${answered}: ${utterance.text}`);
  }
}

function tableOf({ confusion, f1 }: Figures): Record<string, Record<string, number>> {
  return Object.fromEntries(
    [...confusion].map(([expected, answers]) => [
      expected,
      { ...Object.fromEntries(answers), F1: Number((f1.get(expected) ?? 0).toFixed(2)) },
    ]),
  );
}
