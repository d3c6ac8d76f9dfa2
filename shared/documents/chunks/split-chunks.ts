import type { Page } from '#shared/extraction/extracted.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { type HeadingPath, type Unit, unitsOf } from './units.ts';

/** Tokens of a passage: what the sentence vectors take (512), less what they add and what an estimate errs. */
export const MAX_TOKENS = 450;
/** Of the passage before, repeated where a section is cut: its last sentence often says what the next is about. */
export const OVERLAP_TOKENS = 50;
/**
 * A section joins the passage before it while that has fewer: on the written sets, more was found among five
 * passages of this size than of sections by themselves (.93 against .88), for short ones share too few words
 * with a question.
 */
const MIN_TOKENS = 350;

/** A passage of a page before it has an identity. */
export interface Passage {
  /** From 0. */
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly headings: readonly string[];
}

/**
 * Parts pages into passages: first by their headings, then, where a section is long, by sentences, items
 * and rows. No passage goes over the end of a page.
 */
export function splitChunks(pages: readonly Page[]): Passage[] {
  const path: HeadingPath = [];
  return pages.flatMap((page, number) => {
    const units = unitsOf(page, path, MAX_TOKENS);
    return passagesOf(page.text, units).map((passage) => ({ ...passage, page: number }));
  });
}

function passagesOf(text: string, units: readonly Unit[]): Omit<Passage, 'page'>[] {
  const passages: Omit<Passage, 'page'>[] = [];
  let held: Unit[] = [];
  let start: number | undefined;
  let tokens = 0;
  const flush = () => {
    const [first, last] = [held[0], held.at(-1)];
    if (first === undefined || last === undefined) return;
    const content = held.find(({ isHeading }) => !isHeading) ?? first;
    passages.push({ start: start ?? first.start, end: last.end, headings: content.headings });
    [held, start, tokens] = [[], undefined, 0];
  };
  for (const unit of units) {
    const last = held.at(-1);
    const isSection = unit.isHeading && last?.isHeading === false && tokens >= MIN_TOKENS;
    if (isSection) flush();
    else if (last !== undefined && tokens + unit.tokens > MAX_TOKENS) {
      const from = held[0]?.start ?? last.start;
      flush();
      if (!unit.isHeading && unit.tokens + OVERLAP_TOKENS <= MAX_TOKENS) {
        start = overlapStart(text, from, last.end);
        tokens = OVERLAP_TOKENS;
      }
    }
    held.push(unit);
    tokens += unit.tokens;
  }
  flush();
  return passages;
}

/** Where the last words before `end` begin, as many as an overlap holds; none from before `from`. */
function overlapStart(text: string, from: number, end: number): number | undefined {
  let start: number | undefined;
  for (let at = end; at > from; at = text.lastIndexOf(' ', at - 1)) {
    if (at < 0 || estimateTokens(text.slice(at, end)) > OVERLAP_TOKENS) break;
    if (at < end) start = at + 1;
  }
  return start;
}
