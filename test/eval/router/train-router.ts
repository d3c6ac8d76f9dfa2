import { MESSAGE_LANGUAGES, ROUTE_LABELS } from '#shared/router/labels.ts';
import { letterFeatures } from '#shared/router/letter-features.ts';
import { PLACES } from '#shared/router/message-features.ts';
import { LANGUAGE_PLACES } from '#shared/router/message-language.ts';
import { messageWords } from '#shared/router/message-words.ts';
import { quantised, type Weights } from '#shared/router/weights.ts';
import { fractions } from '#test/synthetic/random.ts';
import { exampleFeatures } from './examples.ts';
import { forRawVectors, spreadOf } from './spread.ts';
import { type Block, type FoundWeights, trainLogistic } from './train-logistic.ts';
import type { Utterance } from './utterances.ts';

/** An utterance with its vector. */
export interface Known {
  readonly utterance: Utterance;
  readonly vector: Float32Array;
}

/** Tried in cross-validation: more of one or less of another is no better. */
export const BLOCKS = {
  vector: { name: 'vector', places: 384, scale: 4 },
  concepts: { name: 'concepts', places: PLACES, scale: 3 },
  letters: { name: 'letters', places: PLACES, scale: 1.5 },
} as const satisfies Record<string, Block>;

const TRAINING = { epochs: 8, rate: 0.2, decay: 1e-3 };
const SEED = 3;

/** The router's weights from utterances, by the blocks of features it may look at. */
export function trainRouter(known: readonly Known[], blocks: readonly Block[]): Weights {
  const spread = spreadOf(known.map(({ vector }) => vector));
  const examples = known.map(({ utterance, vector }) => ({
    features: exampleFeatures(utterance, vector, spread),
    answer: ROUTE_LABELS.indexOf(utterance.label),
  }));
  const random = fractions(SEED);
  const found = trainLogistic(examples, { ...TRAINING, classes: ROUTE_LABELS, blocks, random });
  return rounded(forRawVectors(found, BLOCKS.vector.name, spread), blocks);
}

/** The weights that tell Polish from English. */
export function trainLanguage(utterances: readonly Utterance[]): Weights {
  const blocks = [{ name: 'letters', places: LANGUAGE_PLACES, scale: 3 }];
  const examples = utterances.map(({ text, language }) => ({
    features: new Map([['letters', letterFeatures(messageWords(text), LANGUAGE_PLACES)]]),
    answer: MESSAGE_LANGUAGES.indexOf(language),
  }));
  const random = fractions(SEED);
  const classes = MESSAGE_LANGUAGES;
  return rounded(trainLogistic(examples, { ...TRAINING, classes, blocks, random }), blocks);
}

function rounded({ classes, bias, tables }: FoundWeights, blocks: readonly Block[]): Weights {
  return {
    classes,
    bias,
    tables: new Map(
      blocks.map(({ name, places }) => {
        const found = tables.get(name) ?? new Float32Array(places * classes.length);
        return [name, quantised(places, classes.length, found)];
      }),
    ),
  };
}
