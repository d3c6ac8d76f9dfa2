import { fold } from './fold.ts';

const COUNTED = '(?:line|row|number|item|pozycj\\w+|lini\\w+|wiersz\\w*|nr|numer)';
const ORDINALS: readonly RegExp[] = [
  /\b(?:pierwsz\w+|first|1st)\b|^1[.)]?$/,
  /\b(?:drug\w+|second|2nd)\b|^2[.)]?$/,
  /\b(?:trzeci\w*|third|3rd)\b|^3[.)]?$/,
  /\b(?:czwart\w+|fourth|4th)\b|^4[.)]?$/,
  /\b(?:piat(?:y|a|e|ego|ej|ym|a)|fifth|5th)\b|^5[.)]?$/,
];
const NUMBERED = new RegExp(`\\b${COUNTED} ?(\\d{1,3})\\b`);

/** `trzecia pozycja`, `line 7`, `2`: counted from 1; null where no number is said. */
export function readOrdinal(text: string): number | null {
  const folded = fold(text).trim();
  const numbered = NUMBERED.exec(folded)?.[1];
  if (numbered !== undefined) return Number(numbered);
  const at = ORDINALS.findIndex((pattern) => pattern.test(folded));
  return at === -1 ? null : at + 1;
}
