import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Features } from '#shared/router/classify.ts';
import { meaningOf, writtenFeatures } from '#shared/router/message-features.ts';
import { type Spread, spreadOut } from './spread.ts';
import type { Utterance } from './utterances.ts';

const DIRECTORY = '.eval/router-vectors';

/** Vectors of all utterances; kept on disk, for they take most of the time of a training. */
export async function vectorsOf(utterances: readonly Utterance[]): Promise<Float32Array[]> {
  const kept = readKept();
  const vectors: Float32Array[] = [];
  let made = 0;
  for (const { text, language } of utterances) {
    const key = `${language} ${text}`;
    const vector = kept.get(key) ?? (await meaningOf(text, language));
    if (!kept.has(key)) made += 1;
    kept.set(key, vector);
    vectors.push(vector);
    if (made % 500 === 499) console.error(`${vectors.length} of ${utterances.length} vectors`);
  }
  if (made > 0) keep(kept);
  return vectors;
}

/** Each is needed for every fold and every set of features. */
const seen = new WeakMap<Utterance, Features>();

export function writtenOf(utterance: Utterance): Features {
  const known = seen.get(utterance) ?? writtenFeatures(utterance.text, utterance.language);
  seen.set(utterance, known);
  return known;
}

export function exampleFeatures(
  utterance: Utterance,
  vector: Float32Array,
  spread: Spread,
): Features {
  return new Map([...writtenOf(utterance), ['vector', spreadOut(vector, spread)]]);
}

function readKept(): Map<string, Float32Array> {
  if (!existsSync(`${DIRECTORY}/texts.json`)) return new Map();
  const texts: string[] = JSON.parse(readFileSync(`${DIRECTORY}/texts.json`, 'utf8'));
  const bytes = readFileSync(`${DIRECTORY}/vectors.bin`);
  const numbers = new Float32Array(new Uint8Array(bytes).buffer);
  const dimensions = numbers.length / texts.length;
  return new Map(
    texts.map((text, at) => [text, numbers.slice(at * dimensions, (at + 1) * dimensions)]),
  );
}

function keep(vectors: ReadonlyMap<string, Float32Array>): void {
  mkdirSync(DIRECTORY, { recursive: true });
  const bytes = [...vectors.values()].map((one) =>
    Buffer.from(one.buffer, one.byteOffset, one.byteLength),
  );
  writeFileSync(`${DIRECTORY}/texts.json`, JSON.stringify([...vectors.keys()]));
  writeFileSync(`${DIRECTORY}/vectors.bin`, Buffer.concat(bytes));
}
