import { readAmount } from '#shared/quantities/read-amount.ts';
import type { Token } from '#shared/quantities/tokens.ts';

/** What is said between an amount and the one that is meant: `6 beers no hang on 8`. */
const RATHER = new Set(
  'no nie wait hang hold on sorry czekaj poczekaj znaczy mean rather raczej jednak stop moment chwila actually oj ups oops make'.split(
    ' ',
  ),
);
const BESIDE = new Set('that it i or to a albo jest right sie , . – - … ...'.split(' '));

/** The words of a message as they are meant: an amount that is said anew at its end goes before the first. */
export function asMeant(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.findLastIndex(({ kind }) => kind === 'number');
  const meant = last === -1 ? undefined : readAmount(tokens, last);
  const first = tokens.findIndex(({ kind }) => kind === 'number');
  if (meant?.next !== tokens.length || first === last) return tokens;
  let from = last;
  while (isBetween(tokens[from - 1])) from -= 1;
  const between = tokens.slice(from, last);
  // `Nie 8` denies the amount behind it.
  const isDenied = between.at(-1)?.text === 'nie';
  const wrong = readAmount(tokens, first);
  if (isDenied || !between.some(({ text }) => RATHER.has(text)) || wrong === undefined)
    return tokens;
  if (wrong.next > from) return tokens;
  // `2 kg mąki, nie, 3`: of what is said anew without a unit the first one holds.
  const gone = meant.hasUnit ? wrong.next : first + 1;
  return [...tokens.slice(0, first), ...tokens.slice(last), ...tokens.slice(gone, from)];
}

function isBetween(token: Token | undefined): boolean {
  return token !== undefined && (RATHER.has(token.text) || BESIDE.has(token.text));
}
