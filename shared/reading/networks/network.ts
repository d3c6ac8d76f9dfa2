import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Beside this file in the sources, beside the bundle when built. */
const MODELS = new URL('./models/', import.meta.url);

/** Two processors are what a reading may take of a machine. */
const THREADS = Math.min(2, availableParallelism());

export interface NetworkOutput {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** A model with one image in and one tensor out. */
export type Network = (data: Float32Array, dims: readonly number[]) => Promise<NetworkOutput>;

/** Loads `models/<name>.onnx`, which takes a tenth of a second. */
export async function loadNetwork(name: string): Promise<Network> {
  // Not at the top: where it has no binary, importing it is an error.
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session = await InferenceSession.create(fileURLToPath(new URL(`${name}.onnx`, MODELS)), {
    intraOpNumThreads: THREADS,
    interOpNumThreads: 1,
    // A pool of its own: from the process's, its short-lived megabytes tear what all others use into
    // pieces, and file after file takes more.
    enableCpuMemArena: true,
    enableMemPattern: false,
    logSeverityLevel: 3, // errors; its warnings are about models that cannot be changed here
  });
  const [input, output] = [session.inputNames[0], session.outputNames[0]];
  if (input === undefined || output === undefined)
    throw new Error(`${name} has no input or output`);
  return async (data, dims) => {
    const answer = (await session.run({ [input]: new Tensor('float32', data, dims) }))[output];
    if (!(answer?.data instanceof Float32Array)) throw new Error(`${name} gave no numbers`);
    return { data: answer.data, dims: answer.dims };
  };
}

/** The characters of `models/<name>.txt` by the number the network gives them; 0 is the blank. */
export function loadCharacters(name: string): string[] {
  const lines = readFileSync(new URL(`${name}.txt`, MODELS), 'utf8').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return ['', ...lines, ' '];
}
