import { cueReader } from './cue-table.ts';
import cues from './data/counting.json' with { type: 'json' };
import { findChange, isBarred } from './find-cue.ts';
import type { Message } from './message.ts';
import { nameOf } from './read-items.ts';
import { placesIn } from './read-place.ts';
import { readSaid } from './read-said.ts';
import type { Count } from './request.ts';
import { withoutDenied } from './said-words.ts';

/** No correction of the stock is longer. */
const MAX_WORDS = 14;
const hasCue = cueReader(cues.said);
const AROUND = { pl: new Set(cues.around.pl), en: new Set(cues.around.en) };

/**
 * How much there is of something where the stock says otherwise: `mąki jest 2 kg, a nie 3`, `that's
 * wrong, there are only 3 apples`. Nothing where it only says what there is: that may be for cooking.
 */
export function readCount(message: Message): Count | undefined {
  const { tokens, text, language } = message;
  const words = tokens.filter(({ kind }) => kind !== 'sign');
  if (words.length > MAX_WORDS || text.includes('?') || !hasCue('is', tokens)) return undefined;
  const { kept, isDenied } = withoutDenied(words);
  if (!isDenied && !hasCue('wrong', tokens)) return undefined;
  if (findChange(kept, language) !== undefined || isBarred(tokens, language)) return undefined;
  const places = new Set(placesIn(kept).flatMap(({ at }) => at));
  const left = kept.filter((token, at) => !places.has(at) && !AROUND[language].has(token.text));
  const [only, ...others] = readSaid(left, language);
  if (only?.amount?.kind !== 'measure' || others.length > 0) return undefined;
  return { act: 'count', product: nameOf(only.words, text, language), amount: only.amount };
}
