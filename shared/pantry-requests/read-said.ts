import type { Language } from '#shared/language/lemma.ts';
import { compare, ONE, toDecimal } from '#shared/quantities/rational.ts';
import { type ReadAmount, readAmount } from '#shared/quantities/read-amount.ts';
import type { Token } from '#shared/quantities/tokens.ts';
import { unitOfWord } from '#shared/quantities/unit.ts';
import words from './data/words.json' with { type: 'json' };
import type { Said } from './request.ts';

const ALL = new Set(words.all);
const BOTH = new Set(words.both);
const HALF = new Set(words.half);
const ARTICLES = new Set(words.articles);

/** One amount of a piece, and the words that say of what. */
export interface AmountInPiece {
  readonly amount: Said | null;
  readonly words: readonly Token[];
}

interface Read {
  readonly said: Said;
  readonly next: number;
}

/**
 * The amounts of a piece with the words each belongs to: those behind it when the piece begins with an
 * amount (`2 jajka 3 cebule`), else those before it (`ryż 1 kg`).
 */
export function readSaid(tokens: readonly Token[], language: Language): AmountInPiece[] {
  const found: AmountInPiece[] = [];
  let waiting: Token[] = [];
  let said: Said | null = null;
  const end = () => {
    if (waiting.length > 0 || said !== null) found.push({ amount: said, words: waiting });
    [waiting, said] = [[], null];
  };
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const read = readAt(tokens, at, language);
    if (token === undefined) break;
    if (read === undefined) {
      waiting.push(token);
      at += 1;
      continue;
    }
    if (said !== null) end();
    said = read.said;
    at = read.next;
  }
  end();
  return found;
}

function readAt(tokens: readonly Token[], at: number, language: Language): Read | undefined {
  const [token, next] = tokens.slice(at, at + 2);
  if (token === undefined) return undefined;
  const { text } = token;
  if (text === 'do' && next?.text === 'konca') return { said: { kind: 'all' }, next: at + 2 };
  if (BOTH.has(text)) {
    const said = { kind: 'measure', value: '2', unit: 'szt', isBare: true, isBoth: true } as const;
    return { said, next: at + 1 };
  }
  if (ALL.has(text)) return { said: { kind: 'all' }, next: at + 1 };
  if (token.kind === 'number' && isPartOfName(tokens, at)) return undefined;
  if (language === 'pl' && (ARTICLES.has(text) || text === 'ten')) return undefined;
  // Between the words of a name an article counts nothing.
  if (ARTICLES.has(text) && at > 0 && next?.kind !== 'word') return undefined;
  const weight = token.kind === 'word' ? unitOfWord(text) : undefined;
  if (weight !== undefined && (weight.kind === 'mass' || next === undefined)) {
    return { said: { kind: 'measure', value: '1', unit: weight.key }, next: at + 1 };
  }
  const read = readAmount(tokens, at);
  return read && { said: saidOf(read, tokens.slice(at, read.next)), next: read.next };
}

/** `mleko 3,2%`, `mąka typ 500` */
function isPartOfName(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.text === '%' || ['typ', 'nr', 'type'].includes(tokens[at - 1]?.text ?? '');
}

function saidOf({ amount, hasUnit }: ReadAmount, said: readonly Token[]): Said {
  if (amount === null) return { kind: 'vague' };
  const value = toDecimal(amount.value);
  if (!hasUnit && compare(amount.value, ONE) < 0) {
    const whole = said.some(({ text }) => HALF.has(text) || text === 'half' || text === 'third');
    const piece = said.slice(1).some(({ text }) => ARTICLES.has(text));
    return { kind: 'share', value, of: whole && !piece ? 'all' : 'piece' };
  }
  return { kind: 'measure', value, unit: amount.unit, ...(!hasUnit && { isBare: true as const }) };
}
