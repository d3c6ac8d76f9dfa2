import { fileURLToPath } from 'node:url';
import type { InferenceSession, Tensor } from 'onnxruntime-node';

/** Beside this file in the sources, beside the bundle when built. */
export const MODELS = new URL('./models/', import.meta.url);

/** Numbers of rows of the same length. */
export interface Rows {
  readonly data: BigInt64Array;
  readonly dims: readonly [rows: number, length: number];
}

/** A model that reads numbered tokens or characters. */
export interface TextNetwork {
  run(inputs: Readonly<Record<string, Rows>>, output: string): Promise<Float32Array>;
  release(): Promise<void>;
}

/**
 * Loads `models/<name>.onnx`, on one thread: a sentence is so short that others only wait.
 * @throws Error where the runtime has no binary for the platform
 */
export async function loadTextNetwork(name: string): Promise<TextNetwork> {
  // Not at the top: where it has no binary, importing it is an error.
  const runtime = await import('onnxruntime-node');
  const session = await runtime.InferenceSession.create(
    fileURLToPath(new URL(`${name}.onnx`, MODELS)),
    { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 },
  );
  return {
    run: async (inputs, output) => {
      const tensors = Object.entries(inputs).map(([input, { data, dims }]): [string, Tensor] => [
        input,
        new runtime.Tensor('int64', data, dims),
      ]);
      return numbersOf(await session.run(Object.fromEntries(tensors)), output, name);
    },
    release: () => session.release(),
  };
}

function numbersOf(
  answer: InferenceSession.OnnxValueMapType,
  output: string,
  name: string,
): Float32Array {
  const data = answer[output]?.data;
  if (!(data instanceof Float32Array)) throw new Error(`${name} gave no numbers`);
  return data;
}
