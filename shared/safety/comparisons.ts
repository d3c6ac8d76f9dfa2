import mentions from './data/mentions.json' with { type: 'json' };
import type { Language } from './lexicon-row.ts';
import type { Joins } from './mention-reach.ts';
import type { Match } from './scan.ts';
import { gapAt, joinedWordAt, wordAt } from './sentences.ts';
import { spelled, spellingAt } from './spellings.ts';
import { foldedWords, type Token } from './tokens.ts';

const MEASURES = {
  before: spelled(mentions.like.before),
  behind: foldedWords(mentions.like.behind),
};
const ALLERGIES = {
  before: spelled(mentions.allergy.before),
  behind: foldedWords(mentions.allergy.behind),
};
const BEHIND: ReadonlySet<string> = new Set([
  ...MEASURES.behind,
  ...ALLERGIES.behind,
  ...foldedWords(mentions.coloured),
]);
const COLOURED = /^colou?red$/;
const SUCH = foldedWords(mentions.such);
const COMPARATIVE = {
  en: /(?:[^aeiou]er|^better|^worse|^nicer|ier)$/,
  pl: /(?:sz(?:y|a|e|ego|ej|ych|ym|ymi)|^lepiej|^gorzej)$/,
};
const NOT_COMPARED = foldedWords(mentions.notCompared);
const NONE_IS = foldedWords(mentions.noneIs);
const LIKE_REACH = 4;
/** Words between `like` and the food, and who likes. */
const DESCRIBES =
  /^(?:a|an|the|z|ze|na|w|po|soft|melted|good|thick|single|double|ice|wet|fresh|scrambled|dry)$/;
const LIKES =
  /^(?:i|id|you|youd|we|wed|they|theyd|he|she|kids|children|guests|would|to|do|dont|doesnt|really|also|people|who|if|all|both|things|something|anything|ones|some|others|foods|nuts|stuff|ingredients)$/;
const NEGATIVE_REACH = 5;
/** `as soon as the butter foams` says when, and no more. */
const AS_SOON = /^(?:soon|long|far|much|many|well|often|little|few|quickly|usual|always)$/;

/** In a name a simile stands behind how something is: `mętny jak mleko`. */
const QUALITY = /(?:[^aeiouy]n|[sc]k|t|ł|l)(?:y|a|e|i)$/;

interface Reading {
  readonly whole: boolean;
  readonly language: Language | null;
}

/**
 * Where food is only compared with from here on, as large or as soft as (`wielkości orzecha`, `zdrów jak
 * ryba`, `better than butter`), or would harm somebody (`alergia na orzechy`): the first of its words.
 */
export function comparedFrom(
  tokens: readonly Token[],
  at: number,
  reading: Reading,
): { readonly from: number; readonly joins: Joins } | null {
  if (isSimile(tokens, at, reading) || isCompared(tokens, at, reading)) {
    return { from: at + 1, joins: 'or' };
  }
  const like = spellingAt(tokens, at, MEASURES.before);
  // `the colour of the mustard` is that of mustard which is there.
  const isItsOwn =
    /^colou?r$/.test(wordAt(tokens, at + like - 2)) && wordAt(tokens, at + like) === 'the';
  if (like > 0 && !isItsOwn) return { from: at + like, joins: 'or' };
  const allergy = spellingAt(tokens, at, ALLERGIES.before);
  return allergy > 0 ? { from: at + allergy, joins: 'foods' } : null;
}

/**
 * Whether a food is perhaps only what something else is like: `thick like porridge`, `sweet as marzipan`, `jak z
 * białek`; but `cheese like feta` and `I'd like prawns` have it.
 */
export function likenedAt(
  tokens: readonly Token[],
  matches: readonly Match[],
  at: number,
  { whole }: Reading,
): boolean {
  if (whole || gapAt(tokens, at) !== 'joined') return false;
  let before = at - 1;
  while (before > at - LIKE_REACH && DESCRIBES.test(wordAt(tokens, before))) before -= 1;
  const said = wordAt(tokens, before);
  const other = wordAt(tokens, before - 1);
  if (other === '') return false;
  if (said === 'jak') return /^(?:z|ze|na|w|po)$/.test(wordAt(tokens, at - 1));
  if (said === 'as') return before === 1 && !/^(?:serve|use|such|same|known|just)/.test(other);
  const isFood = matches.some(({ to, entry }) => to === before && entry.kind !== 'vague');
  return said === 'like' && !isFood && !LIKES.test(other);
}

/** `walnut-sized`, `nut allergy`, `mustard yellow` */
export function isComparedBehind(tokens: readonly Token[], at: number): boolean {
  const word = joinedWordAt(tokens, at + 1);
  return BEHIND.has(word) && (!COLOURED.test(word) || isColoured(tokens, at + 1));
}

/** `sherry-coloured`; but `cheese coloured with annatto` is cheese. */
export function isColoured(tokens: readonly Token[], at: number): boolean {
  const isSo = COLOURED.test(joinedWordAt(tokens, at));
  return isSo && !/^(?:with|by|using)$/.test(joinedWordAt(tokens, at + 1));
}

/**
 * `better than butter`, `lepsze niż masło`; but `nothing is better than butter`, and `other than almonds`,
 * `rather than` and `later than` compare no foods.
 */
function isCompared(tokens: readonly Token[], at: number, { language }: Reading): boolean {
  const word = joinedWordAt(tokens, at);
  const before = wordAt(tokens, at - 1);
  if (NOT_COMPARED.has(before)) return false;
  const compares =
    (word === 'than' && language !== 'pl' && COMPARATIVE.en.test(before)) ||
    (/^(?:niz|od)$/.test(word) && language !== 'en' && COMPARATIVE.pl.test(before));
  const said = tokens.slice(Math.max(0, at - NEGATIVE_REACH), at);
  return compares && !said.some((token) => NONE_IS.has(token.word));
}

/** `zdrów jak ryba`, `soft as butter`; but `alergeny takie jak mleko` names what is there. */
function isSimile(tokens: readonly Token[], at: number, { whole, language }: Reading): boolean {
  const [word, gap] = [wordAt(tokens, at), gapAt(tokens, at)];
  if (gap !== 'joined' && gap !== 'comma') return false;
  const before = wordAt(tokens, at - 1);
  if (whole && !(word === 'jak' && gap === 'joined' && QUALITY.test(before))) return false;
  if (SUCH.has(before)) return false;
  // `nie ma to jak masło`, `nie ma jak śledź`
  const praises = wordAt(tokens, before === 'to' ? at - 3 : at - 2);
  if (/^(?:to|ma)$/.test(before) && praises === 'nie') return false;
  if (/^(?:jak|jakby|niczym)$/.test(word)) return language !== 'en' && !/[jz]$/.test(before);
  const isAs = word === 'as' && language !== 'pl' && !AS_SOON.test(before);
  return isAs && wordAt(tokens, at - 2) === 'as';
}
