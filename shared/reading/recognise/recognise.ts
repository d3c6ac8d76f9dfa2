import type { Grey } from '#shared/reading/geometry/line-crop.ts';
import type { Character } from '#shared/reading/model/character.ts';
import { loadCharacters, loadNetwork, type Network } from '#shared/reading/networks/network.ts';
import { decode } from './ctc.ts';

/** The height of line the models were trained on. */
export const LINE_HEIGHT = 48;
/** Pixels of width in one go, padding included: memory grows with them. */
const BATCH_WIDTH = 2400;
/** One step of the answer stands for eight pixels. */
const STEP = 8;

export interface Recogniser {
  /**
   * Reads lines of {@link LINE_HEIGHT}; the answers are in the order of the lines.
   * @param signal aborted when there is no time for another batch
   */
  read(lines: readonly Grey[], signal?: AbortSignal): Promise<Character[][]>;
}

export async function loadRecogniser(): Promise<Recogniser> {
  const network = await loadNetwork('recognition');
  const characters = loadCharacters('recognition');
  return {
    async read(lines, signal) {
      const read = new Map<Grey, Character[]>();
      // Lines of one batch are padded to the widest, so like goes with like.
      const sorted = [...lines].sort((a, b) => a.width - b.width);
      for (const batch of batchesOf(sorted)) {
        signal?.throwIfAborted();
        const answers = await readBatch(network, batch, characters);
        batch.forEach((line, place) => {
          read.set(line, answers[place] ?? []);
        });
      }
      return lines.map((line) => read.get(line) ?? []);
    },
  };
}

/** Lines sorted by width, as many at once as fit. */
function batchesOf(sorted: readonly Grey[]): Grey[][] {
  const batches: Grey[][] = [];
  for (const line of sorted) {
    const batch = batches.at(-1);
    if (batch === undefined || line.width * (batch.length + 1) > BATCH_WIDTH) batches.push([line]);
    else batch.push(line);
  }
  return batches;
}

async function readBatch(
  network: Network,
  lines: readonly Grey[],
  characters: readonly string[],
): Promise<Character[][]> {
  const width = Math.ceil(Math.max(...lines.map((line) => line.width)) / STEP) * STEP;
  const plane = LINE_HEIGHT * width;
  const input = new Float32Array(lines.length * 3 * plane);
  lines.forEach((line, place) => {
    for (let row = 0; row < LINE_HEIGHT; row++) {
      for (let column = 0; column < line.width; column++) {
        const value = (line.data[row * line.width + column] ?? 0) / 127.5 - 1;
        const at = place * 3 * plane + row * width + column;
        // Grey in all three colours.
        input[at] = value;
        input[at + plane] = value;
        input[at + 2 * plane] = value;
      }
    }
  });
  const { data, dims } = await network(input, [lines.length, 3, LINE_HEIGHT, width]);
  const [, count = 0, size = 0] = dims;
  if (size !== characters.length) throw new Error(`the model knows ${size} characters`);
  return lines.map((line, place) =>
    decode(
      {
        data: data.subarray(place * count * size, (place + 1) * count * size),
        count,
        filled: line.width / width,
      },
      characters,
    ),
  );
}
