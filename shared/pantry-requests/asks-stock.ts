import { cueReader, cueTokens } from './cue-table.ts';
import counting from './data/counting.json' with { type: 'json' };

const hasCue = cueReader(counting.stock);

/** Whether a question about a food says that it is about the house: `how much rice do I have?` */
export function asksStock(message: string): boolean {
  const tokens = cueTokens(message);
  return hasCue('there', tokens) && !hasCue('enough', tokens);
}
