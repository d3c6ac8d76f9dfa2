import type { Amount } from './convert.ts';
import words from './data/number-words.json' with { type: 'json' };
import { multiply, ONE, type Rational } from './rational.ts';
import { readCount } from './read-count.ts';
import { type Read, readNumber } from './read-number.ts';
import type { Token } from './tokens.ts';
import { type Unit, unitOfWord } from './unit.ts';

const VAGUE = new Set(words.vague);
const ABOUT = new Set(words.about);
const SIZES = new Set(words.sizes);

/** How much was said, and the token behind it. */
export interface ReadAmount {
  readonly amount: Amount | null;
  readonly upTo: Rational | null;
  readonly approximate: boolean;
  readonly hasUnit: boolean;
  readonly next: number;
}

/** An amount that begins at this token. */
export function readAmount(all: readonly Token[], from: number): ReadAmount | undefined {
  let at = from;
  if (all[at]?.text === 'od' || all[at]?.text === 'from') at += 1; // od 2 do 3
  const first = at;
  while (ABOUT.has(all[at]?.text ?? '') || all[at]?.text === '~') at += 1;
  if (at > first && all[at]?.text === 'wiecej') at += 1; // mniej więcej
  const approximate = at > first;
  const vague = readVague(all, at);
  if (vague !== undefined) return { ...vague, approximate };
  const count = readCount(all, at);
  if (count === undefined) return readBareUnit(all, at, approximate);
  const { unit, next } = readUnit(all, count.next);
  const each = unit === undefined || unit.kind === 'count' ? readEach(all, next) : undefined;
  const size = each?.value.value ?? ONE;
  return {
    amount: { value: multiply(count.value, size), unit: each?.value.unit ?? unit?.key ?? 'szt' },
    upTo: count.upTo && multiply(count.upTo, size),
    approximate,
    hasUnit: unit !== undefined,
    next: each?.next ?? next,
  };
}

/** `szczypta soli` is one of it; alone at the end of a line it may be part of a name. */
function readBareUnit(
  all: readonly Token[],
  at: number,
  approximate: boolean,
): ReadAmount | undefined {
  const size = SIZES.has(all[at]?.text ?? '') ? 1 : 0;
  const { unit, next } = readUnit(all, at + size);
  if (unit === undefined || unit.kind === 'mass' || restIsEmpty(all, next)) return undefined;
  const each = readEach(all, next);
  const amount = each?.value ?? { value: ONE, unit: unit.key };
  return { amount, upTo: null, approximate, hasUnit: true, next: each?.next ?? next };
}

function readVague(all: readonly Token[], at: number): Omit<ReadAmount, 'approximate'> | undefined {
  const article = all[at]?.text === 'a' ? 1 : 0;
  if (!VAGUE.has(all[at + article]?.text ?? '')) return undefined;
  const { next } = readUnit(all, at + article + 1);
  return { amount: null, upTo: null, hasUnit: true, next };
}

function readUnit(all: readonly Token[], from: number): { unit: Unit | undefined; next: number } {
  let at = from;
  while (SIZES.has(all[at]?.text ?? '')) at += 1;
  const [one, two] = all.slice(at, at + 2);
  if (one?.kind === 'word') {
    const pair = two?.kind === 'word' ? unitOfWord(`${one.text} ${two.text}`) : undefined;
    if (pair !== undefined) return { unit: pair, next: at + 2 };
    const unit = unitOfWord(one.text);
    if (unit !== undefined) return { unit, next: at + 1 };
  }
  return { unit: undefined, next: from };
}

/** What each of them holds: `(400 g)`, `po 400 g`, `400 g` in `2 400 g cans`. */
function readEach(all: readonly Token[], from: number): Read<Amount> | undefined {
  const bracket = all[from]?.text === '(';
  const at = bracket || all[from]?.text === 'po' ? from + 1 : from;
  const number = readNumber(all, all[at]?.text === 'po' ? at + 1 : at);
  if (number === undefined) return undefined;
  const { unit, next } = readUnit(
    all,
    all[number.next]?.text === '-' ? number.next + 1 : number.next,
  );
  if (unit === undefined || unit.kind === 'count') return undefined;
  const value = { value: number.value, unit: unit.key };
  let end = all[next]?.text === 'each' ? next + 1 : next;
  if (bracket) end = all[end]?.text === ')' ? end + 1 : end;
  // `1 (14 oz) can`: the container stands behind what it holds.
  const container = readUnit(all, end);
  return { value, next: container.unit?.kind === 'count' ? container.next : end };
}

/** Whether nothing but signs follows. */
export function restIsEmpty(all: readonly Token[], at: number): boolean {
  return all.slice(at).every(({ kind }) => kind === 'sign');
}
