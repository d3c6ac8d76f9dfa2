import kitchen from './data/kitchen-words.json' with { type: 'json' };
import { isKitchenWord } from './kitchen-words.ts';
import { wordAt } from './sentences.ts';
import { foldWord, type Token } from './tokens.ts';

const AMOUNTS: ReadonlySet<string> = new Set(kitchen.amounts.map(foldWord));
const MIN_LENGTH = 4;

/** `mielony`, `drobno pokrojony`, `grated`, `finely`: how a food is, not which. */
const MANNER =
  /(?:[^o][wn]an|[jckdłmrsgpzbf]an|on|[nr]iet|[^aeiouy]n|sk|ck|ęt|yt|it|ut|arł|sz)(?:y|a|e|i|ej|ego|emu|ych|ym|ymi|ą)$|(?:ed|ing|ly|less)$/;

/**
 * The words of an ingredient that nobody knows: neither food nor amount, nor how it is prepared, nor a
 * brand. One known word beside them does not make them known.
 * @param isKnown whether the lexicon has the word at an index
 */
export function unknownWords(
  tokens: readonly Token[],
  isKnown: (at: number) => boolean,
): { readonly from: number; readonly to: number }[] {
  const printed = tokens.every(
    ({ capitals, word }) => capitals || word.length < 2 || /\d/.test(word),
  );
  return tokens.flatMap((token, at) =>
    isKnown(at) || saysHow(token, at > 0 && !printed) ? [] : [{ from: at, to: at + 1 }],
  );
}

/**
 * In prose a word is clearly food where an amount of it is called for: `dodaj 200 g xyzzitu`, `a cup of
 * xyzzit`.
 */
export function unknownAmounts(
  tokens: readonly Token[],
  isKnown: (at: number) => boolean,
): { readonly from: number; readonly to: number }[] {
  return tokens.flatMap(({ word }, at) => {
    if (!AMOUNTS.has(word)) return [];
    const of = wordAt(tokens, at + 1) === 'of' ? at + 2 : at + 1;
    const token = tokens[of];
    if (token === undefined || token.gap !== 'joined' || isKnown(of)) return [];
    return saysHow(token, true) ? [] : [{ from: of, to: of + 1 }];
  });
}

function saysHow(
  { word, letters, capital, capitals, dotted }: Token,
  mayBeBrand: boolean,
): boolean {
  if (word.length < MIN_LENGTH || !/^[a-z]+$/.test(word)) return true;
  if (isKitchenWord(word)) return true;
  if (mayBeBrand && (capital || capitals)) return true;
  return (dotted && capitals) || MANNER.test(letters);
}
