import data from './data/denied-verbs.json' with { type: 'json' };
import type { Match } from './scan.ts';
import { beginsSentence, gapAt } from './sentences.ts';
import { spelled, spellingAt } from './spellings.ts';
import type { Token } from './tokens.ts';

const REFUSALS = spelled(data.refusals);
/** Words that the name of a refused food may be long. */
const MAX_NAME_WORDS = 4;

/** `Parmezan? Nie tym razem.`: nothing but a food in one sentence, nothing but a refusal in the next clause. */
export function refusedAnswers(tokens: readonly Token[], matches: readonly Match[]): Match[] {
  return tokens.flatMap(({ gap }, at) => {
    const refusal = gap === 'dot' ? spellingAt(tokens, at, REFUSALS) : 0;
    if (refusal === 0 || gapAt(tokens, at + refusal) === 'joined') return [];
    const food = matches.find(
      ({ from, to }) => to === at && from > at - MAX_NAME_WORDS && beginsSentence(tokens, from),
    );
    return food === undefined ? [] : [food];
  });
}
