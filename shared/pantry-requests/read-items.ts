import { fold } from '#shared/language/fold.ts';
import type { Language } from '#shared/language/lemma.ts';
import type { Token } from '#shared/quantities/tokens.ts';
import { matchesWord } from './cue-patterns.ts';
import words from './data/words.json' with { type: 'json' };
import { cueWords } from './find-cue.ts';
import type { Clause, Piece } from './pieces.ts';
import { placesIn } from './read-place.ts';
import { type AmountInPiece, readSaid } from './read-said.ts';
import type { Item } from './request.ts';

const DROPPED = new Set(words.dropped);
const FILLERS = { pl: new Set(words.fillers.pl), en: new Set(words.fillers.en) };
const BECAUSE = new Set(words.because);
const PURPOSES = { pl: new Set(words.purpose.pl), en: new Set(words.purpose.en) };
const PURPOSES_OF = new Set(words.purposeOf);
const FOR_WHOM = new Set(['dla', 'for']);
const PLACES_OF_SALE = new Set(['w', 'we', 'z', 'at', 'from', 'in']);

export interface SaidItems {
  readonly items: readonly Item[];
  /** Why something was thrown away, as it was written. */
  readonly reason: string | undefined;
}

/** The things of a clause, each with its amount, and why something is to be done with them. */
export function itemsOf(clause: Clause, text: string, language: Language): SaidItems {
  const items: Item[] = [];
  const reasons: string[] = [];
  for (const piece of clause) {
    const { kept, reason } = cut(piece, text, language);
    if (reason !== undefined) reasons.push(reason);
    for (const found of readSaid(kept, language)) addTo(items, found, text, language);
  }
  return { items, reason: reasons[0] };
}

/** What is left of a piece without what says what is done, where, and what for. */
function cut(piece: Piece, text: string, language: Language) {
  const gone = new Set([
    ...cueWords(piece, language),
    ...placesIn(piece.tokens).flatMap(({ at }) => at),
  ]);
  const left = piece.tokens.filter(({ text: word }, at) => !gone.has(at) && !DROPPED.has(word));
  const because = piece.tokens.findIndex(({ text: word }) => BECAUSE.has(word));
  const start = piece.tokens[because]?.at;
  if (start !== undefined) {
    const reason = written(piece.tokens.slice(because + 1), text);
    return { kept: left.filter(({ at }) => at < start), reason };
  }
  if (isReason(piece, left)) {
    return { kept: [], reason: written(withoutIt(piece.tokens), text) };
  }
  // `…, dla mnie`: a piece that only says for whom.
  const isPurpose = piece.cue === undefined && FOR_WHOM.has(left[0]?.text ?? '');
  return { kept: isPurpose ? [] : withoutPurpose(left, language), reason: undefined };
}

/** `zgniły`, `it was mouldy`: a piece that names nothing and says how it was. */
function isReason({ tokens }: Piece, left: readonly Token[]): boolean {
  if (tokens.length > 4) return false;
  const last = tokens.at(-1)?.text ?? '';
  return words.reasons.some((stem) => last.startsWith(stem)) && left.every(isHow);
}

function isHow({ text }: Token): boolean {
  return matchesWord(words.wasShort, text) || words.reasons.some((stem) => text.startsWith(stem));
}

function withoutIt(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ text }) => !['it', 'its', 'was'].includes(text));
}

/**
 * `pół litra mleka na naleśniki`, `do zlewu`, `3 jabłka z Biedronki`: what it was for, where it went and
 * where it was bought.
 */
function withoutPurpose(left: readonly Token[], language: Language): readonly Token[] {
  const end = left.findIndex(({ text }, at) => {
    const next = left[at + 1]?.text ?? '';
    if (at > 0 && PURPOSES[language].has(text)) return true;
    if (PURPOSES_OF.has(next)) return text === 'do';
    if (text === 'down') return ['the', 'sink', 'drain', 'toilet'].includes(next);
    return PLACES_OF_SALE.has(text) && matchesWord(words.shops, next);
  });
  return end === -1 ? left : left.slice(0, end);
}

function addTo(items: Item[], found: AmountInPiece, text: string, language: Language): void {
  const product = nameOf(found.words, text, language);
  const last = items.at(-1);
  if (product === null && last !== undefined) {
    // `butter, half a block`: how much there is of what was named before.
    if (found.amount !== null && last.amount === null) {
      items[items.length - 1] = { ...last, amount: found.amount };
    }
    return;
  }
  if (product === null && found.amount === null) return;
  // `To jabłka były, zjadłem 3 jabłka`: named before it is said how many.
  const isSame = product !== null && last?.product != null && fold(product) === fold(last.product);
  if (isSame && last.amount === null) {
    items[items.length - 1] = { ...last, amount: found.amount };
    return;
  }
  if (product !== null && last?.product === null && last.amount !== null) {
    items[items.length - 1] = { ...last, product };
    return;
  }
  items.push({ product, amount: found.amount });
}

/** The words of a product as they were written, without those around it that say nothing of it. */
export function nameOf(tokens: readonly Token[], text: string, language: Language): string | null {
  const isFiller = (token: Token | undefined) =>
    token !== undefined &&
    (FILLERS[language].has(token.text) || (token.kind === 'sign' && token.text !== '%'));
  let [from, to] = [0, tokens.length];
  while (isFiller(tokens[from])) from += 1;
  while (to > from && isFiller(tokens[to - 1])) to -= 1;
  const name = written(tokens.slice(from, to), text).replace(/\s(?=%)/g, '');
  return name === '' ? null : name;
}

function written(tokens: readonly Token[], text: string): string {
  return tokens
    .map(({ at, end }) => text.slice(at, end).replace(/\.$/, ''))
    .join(' ')
    .trim();
}
