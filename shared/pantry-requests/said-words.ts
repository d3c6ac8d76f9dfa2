import type { Language } from '#shared/language/lemma.ts';
import type { Token } from '#shared/quantities/tokens.ts';
import { unitOfWord } from '#shared/quantities/unit.ts';
import words from './data/words.json' with { type: 'json' };

/** The words of a message without signs, and without those that a list names. */
export function wordsWithout(
  tokens: readonly Token[],
  list: Readonly<Record<Language, readonly string[]>>,
  language: Language,
): Token[] {
  return tokens.filter(
    ({ kind, text }) => (kind !== 'sign' || text === '%') && !list[language].includes(text),
  );
}

/** `ten drugi`, `the other one`: what was not meant the first time. */
export function meansOther(words_: readonly string[], language: Language): boolean {
  const others = words.otherOne[language];
  const beside = words.choosing[language];
  return (
    words_.some((word) => others.includes(word)) &&
    words_.every((word) => others.includes(word) || beside.includes(word))
  );
}

/** `3, nie 2`, `not 2 but 3`: without the number behind a no, which is the wrong one. */
export function withoutDenied(tokens: readonly Token[]) {
  const denied = tokens.findIndex(
    ({ text }, at) => (text === 'nie' || text === 'not') && tokens[at + 1]?.kind === 'number',
  );
  const isDenied = denied !== -1 && tokens.filter(({ kind }) => kind === 'number').length > 1;
  if (!isDenied) return { kept: tokens, isDenied };
  const unit = tokens[denied + 2];
  const isUnit = unit?.kind === 'word' && unitOfWord(unit.text) !== undefined;
  return { kept: tokens.toSpliced(denied, isUnit ? 3 : 2), isDenied };
}
