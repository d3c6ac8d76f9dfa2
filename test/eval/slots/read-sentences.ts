import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const Sentence = z.object({
  text: z.string(),
  lang: z.enum(['pl', 'en']),
  today: z.string(),
  dates: z.array(z.object({ from: z.string(), to: z.string() })),
  quantities: z.array(z.object({ value: z.string(), unit: z.string() })),
  products: z.array(z.string()),
  people: z.array(z.string()),
  places: z.array(z.string()),
  money: z.array(z.string()),
});
export type Sentence = z.infer<typeof Sentence>;

/** Sentences with what they name, one JSON object a line. */
export function readSentences(file: string): Sentence[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Sentence.parse(JSON.parse(line)));
}
