import { isBrandWord } from './brand.ts';
import type { Token } from './normalise.ts';
import type { WordIndex } from './word-index.ts';

const PREPOSITIONS: readonly string[] = ['Z', 'W', 'ZE', 'DO', 'NA'];
const MIN_PART_LENGTH = 3;

/** Takes glued words apart (`SERGOUDA`) and puts torn ones together (`POM IDORY`). */
export function segmentWords(tokens: readonly Token[], index: WordIndex): Token[] {
  return joinBroken(
    tokens.flatMap((token) => splitGlued(token, index)),
    index,
  );
}

function splitGlued(token: Token, index: WordIndex): Token[] {
  if (isBrandWord(token.text)) return [token];
  if (token.text.length < 7 || token.text.length > 40 || index.begins(token.text)) return [token];
  if (index.matches(token.text, token.cut).some(({ score }) => score >= 0.9)) return [token];
  const parts = split(token.text, index, 4);
  if (parts === null || parts.length < 2) return [token];
  return parts.map((text, at) => ({ text, cut: at === parts.length - 1 && token.cut }));
}

/** Whole words of the lexicon one after the other, the last of which may be cut; longest first. */
function split(text: string, index: WordIndex, maxParts: number): string[] | null {
  if (maxParts === 0) return null;
  if (text.length >= MIN_PART_LENGTH && index.begins(text)) return [text];
  for (let end = text.length - MIN_PART_LENGTH; end >= MIN_PART_LENGTH; end -= 1) {
    const head = text.slice(0, end);
    if (!index.has(head)) continue;
    const rest = text.slice(end);
    const tail = split(rest, index, maxParts - 1) ?? afterPreposition(rest, index, maxParts - 1);
    if (tail !== null) return [head, ...tail];
  }
  return null;
}

function afterPreposition(text: string, index: WordIndex, maxParts: number): string[] | null {
  for (const joining of PREPOSITIONS) {
    if (!text.startsWith(joining)) continue;
    const tail = split(text.slice(joining.length), index, maxParts);
    if (tail !== null) return tail;
  }
  return null;
}

function joinBroken(tokens: readonly Token[], index: WordIndex): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const together = last === undefined || last.cut ? '' : last.text + token.text;
    const torn =
      last !== undefined && together.length >= 6 && index.has(together) && !index.has(token.text);
    if (torn) joined.splice(-1, 1, { text: together, cut: token.cut });
    else joined.push(token);
  }
  return joined;
}
