/** A sentence, a list item or a row of a table, with its place in the text it was cut from. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  /** The heading above it within the text; empty where it has none. */
  readonly heading: string;
}

/** Longer ones are cut between words: minutes of a meeting without a full stop. */
const MAX_LENGTH = 600;
/** After these a full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s("„])(?:np|ok|tj|tzn|tzw|dr|mgr|inż|ul|al|nr|pkt|str|maks|por|ang|wg|św|m\.in|e\.g|i\.e|approx|no|mr|mrs|st|vs|max|fig)\.$/iu;
const INITIAL = /(?:^|\s)\p{Lu}\.$/u;
const ITEM_NUMBER = /^\s*\d{1,2}\.$/;
/** What goes on in small letters is the same sentence; more than a few spaces follow no stop. */
const ENDS = /(?<![.!?…])[.!?…]{1,6}["”')\]]{0,3}(?=\s{1,4}(?!\p{Ll}|\s))/gu;
const TABLE_RULE = /^[\s|:+-]*$/;
const HEADING = /^#{1,6}\s+/;
/** A line that stands alone, is short and ends without a stop names what follows it. */
const MAX_HEADING = 80;

/**
 * The sentences of a passage: lines are paragraphs, list items or rows of tables, and paragraphs are cut
 * after full stops. `text.slice(start, start + text.length)` is the sentence as it stands there.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let heading = '';
  for (const { line, start, isAlone } of linesOf(text)) {
    if (TABLE_RULE.test(line)) continue;
    if (HEADING.test(line) || (isAlone && isHeading(line))) {
      heading = line.replace(HEADING, '').trim();
      continue;
    }
    for (const part of partsOf(line)) {
      const lead = part.text.length - part.text.trimStart().length;
      const own = part.text.trim();
      if (/\p{L}|\p{N}/u.test(own)) {
        sentences.push({ text: own, start: start + part.start + lead, heading });
      }
    }
  }
  return sentences;
}

interface Line {
  readonly line: string;
  readonly start: number;
  /** Between blank lines. */
  readonly isAlone: boolean;
}

function linesOf(text: string): Line[] {
  const lines = text.split('\n');
  let start = 0;
  return lines.map((line, at) => {
    const isAlone = (lines[at - 1] ?? '').trim() === '' && (lines[at + 1] ?? '').trim() === '';
    const placed = { line, start, isAlone };
    start += line.length + 1;
    return placed;
  });
}

function isHeading(line: string): boolean {
  const own = line.trim();
  return own.length <= MAX_HEADING && !/[.!?:;,|]$/.test(own) && !/^[-*•|\d]/.test(own);
}

function partsOf(line: string): { text: string; start: number }[] {
  const ends: number[] = [];
  for (const { 0: end, index } of line.matchAll(ENDS)) {
    if (!goesOn(line.slice(Math.max(0, index - 10), index + 1))) ends.push(index + end.length);
  }
  const parts: { text: string; start: number }[] = [];
  let start = 0;
  for (const end of [...ends, line.length]) {
    let from = start;
    while (end - from > MAX_LENGTH) {
      const space = line.lastIndexOf(' ', from + MAX_LENGTH);
      const cut = space > from ? space : from + MAX_LENGTH;
      parts.push({ text: line.slice(from, cut), start: from });
      from = cut;
    }
    parts.push({ text: line.slice(from, end), start: from });
    start = end;
  }
  return parts;
}

/** @param before the last letters up to the stop */
function goesOn(before: string): boolean {
  return [ABBREVIATION, INITIAL, ITEM_NUMBER].some((pattern) => pattern.test(before));
}
