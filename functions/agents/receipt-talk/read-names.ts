import type { Language } from '#shared/language/lemma.ts';
import { matchesWord } from '#shared/pantry-requests/cue-patterns.ts';
import { cueTokens, withoutApostrophes } from '#shared/pantry-requests/cue-table.ts';
import type { Token } from '#shared/quantities/tokens.ts';
import { baseName } from '#shared/slots/base-name.ts';
import type { ProductSlot } from '#shared/slots/slots.ts';

/** What a line was read as, and what it is. */
export interface SaidNames {
  readonly from: string | null;
  readonly to: string | null;
}

/** What stands between, folded and without apostrophes. */
const DENYING = ['nie', 'not', 'wasnt', 'isnt', 'werent', 'arent'];
const BUT = ['tylko', 'ale', 'lecz', 'but'];
const READ_AS = [
  ['odczytan*', 'jako'],
  ['read', 'as'],
];
const NOW = [
  ['to', 'byl*'],
  ['to', 'jest'],
  ['mial*', 'byc'],
  ['ma', 'byc'],
  ['powinn*', 'byc'],
  ['it', 'was'],
  ['that', 'was'],
  ['should', 'be'],
  ['was', 'at'],
  ['thats'],
  ['its'],
];
/** At the beginning of a name they say nothing of it. */
const EMPTY = 'to|jest|byl|byla|bylo|a|an|the|some|it|was|is|its|thats|w|at|sklep'.split('|');
const MAX_NAME = 6;

/** `to nie był jogurt, tylko kefir`; names of foods in their base form. */
export function readNames(
  message: string,
  slots: readonly ProductSlot[],
  language: Language,
): SaidNames {
  const said = denied(message) ?? readAs(message) ?? { from: null, to: behindNow(message) };
  const named = (name: string | null) => name && nameOf(name, slots, language);
  return { from: named(said.from), to: named(said.to) };
}

/** `sklep jest zły, to było Netto`: the shop as it is called. */
export function shopSaid(message: string): string | null {
  return behindNow(message);
}

/** `nie A, tylko B`, `not A but B`, `wasn’t A, it was B`, and `B, a nie A`. */
function denied(message: string): SaidNames | undefined {
  const all = cueTokens(message);
  const no = all.findIndex(({ text }) => DENYING.includes(text));
  if (no === -1) return undefined;
  const but = all.findIndex(({ text }, at) => at > no + 1 && BUT.includes(text));
  const now = but === -1 ? placeOf(NOW, all, no + 2) : { at: but, end: but + 1 };
  if (now !== undefined)
    return { from: nameFrom(message, all, no + 1, now.at), to: nameFrom(message, all, now.end) };
  // `To szynka a nie szyszka`: what is right stands before.
  const before = placeOf([...NOW, ['to'], ['is'], ['was']], all, 0);
  if (before === undefined || before.end >= no) return undefined;
  const end = all[no - 1]?.text === 'a' ? no - 1 : no;
  return { from: nameFrom(message, all, no + 1), to: nameFrom(message, all, before.end, end) };
}

/** `szczypiorek odczytany jako szczypce`. */
function readAs(message: string): SaidNames | undefined {
  const all = cueTokens(message);
  const as = placeOf(READ_AS, all, 0);
  if (as === undefined) return undefined;
  const start = Math.max(0, as.at - 2);
  return { from: nameFrom(message, all, as.end), to: nameFrom(message, all, start, as.at) };
}

function behindNow(message: string): string | null {
  const all = cueTokens(message);
  let name: string | null = null;
  for (let from = 0; ; ) {
    const now = placeOf(NOW, all, from);
    if (now === undefined) return name;
    name = nameFrom(message, all, now.end) ?? name;
    from = now.end;
  }
}

function placeOf(phrases: readonly (readonly string[])[], all: readonly Token[], from: number) {
  for (let at = from; at < all.length; at += 1) {
    const phrase = phrases.find((parts) =>
      parts.every((part, offset) => matchesWord([part], all[at + offset]?.text ?? '')),
    );
    if (phrase !== undefined) return { at, end: at + phrase.length };
  }
  return undefined;
}

/** The words from here to a sign or a place, as they were written; null where there are none. */
function nameFrom(
  message: string,
  all: readonly Token[],
  from: number,
  to = all.length,
): string | null {
  let start = from;
  while (start < to && EMPTY.includes(all[start]?.text ?? '')) start += 1;
  const isEnd = (at: number) => at >= to || all[at]?.kind === 'sign';
  let end = start;
  while (!isEnd(end) && end - start < MAX_NAME) end += 1;
  const [first, last] = [all[start], all[end - 1]];
  if (first === undefined || last === undefined || end === start) return null;
  // Tokens are of the message without its apostrophes.
  return withoutApostrophes(message).slice(first.at, last.end);
}

function nameOf(said: string, slots: readonly ProductSlot[], language: Language): string {
  const slot = slots.find(({ words }) => said.includes(words));
  return slot?.name ?? baseName(said.split(' '), language);
}
