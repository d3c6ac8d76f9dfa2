import * as z from 'zod/mini';

/** One table of weights: for every place of a block's features, one number a class. */
export interface WeightTable {
  readonly places: number;
  /** By place, then by class. */
  readonly steps: Int8Array;
  /** How much one step is, by class. */
  readonly step: readonly number[];
}

/** What a trained classifier knows; the tables are by the name of their block of features. */
export interface Weights {
  readonly classes: readonly string[];
  readonly bias: readonly number[];
  readonly tables: ReadonlyMap<string, WeightTable>;
}

const Header = z.object({
  classes: z.array(z.string()),
  bias: z.array(z.number()),
  tables: z.array(z.object({ name: z.string(), places: z.int(), step: z.array(z.number()) })),
});

const MOST_STEPS = 127;
const LENGTH_BYTES = 4;

/** Rounds a table to 255 steps a class, which moves no probability by what could be seen. */
export function quantised(places: number, classes: number, weights: Float32Array): WeightTable {
  const largest = Array.from({ length: classes }, (_, one) => {
    let most = 0;
    for (let at = one; at < weights.length; at += classes) {
      most = Math.max(most, Math.abs(weights[at] ?? 0));
    }
    return most;
  });
  const step = largest.map((most) => Number((most / MOST_STEPS || 1).toPrecision(6)));
  const steps = Int8Array.from(weights, (weight, at) =>
    Math.round(weight / (step[at % classes] ?? 1)),
  );
  return { places, steps, step };
}

/** The length of a header in JSON, the header, the steps of all tables. */
export function writeWeights({ classes, bias, tables }: Weights): Buffer {
  const header = {
    classes,
    bias: bias.map((one) => Number(one.toPrecision(6))),
    tables: [...tables].map(([name, { places, step }]) => ({ name, places, step })),
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(json.length);
  const steps = [...tables.values()].map((table) => Buffer.from(table.steps.buffer));
  return Buffer.concat([length, json, ...steps]);
}

/** @throws Error when the file is shorter than its header says */
export function readWeights(file: Buffer): Weights {
  const end = LENGTH_BYTES + file.readUInt32LE();
  const header = Header.parse(JSON.parse(file.toString('utf8', LENGTH_BYTES, end)));
  const tables = new Map<string, WeightTable>();
  let from = end;
  for (const { name, places, step } of header.tables) {
    const size = places * header.classes.length;
    if (from + size > file.length) throw new Error(`the weights of ${name} are cut off`);
    const steps = new Int8Array(file.subarray(from, from + size));
    tables.set(name, { places, step, steps });
    from += size;
  }
  return { classes: header.classes, bias: header.bias, tables };
}
