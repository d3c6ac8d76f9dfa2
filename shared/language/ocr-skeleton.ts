import { withoutMarks } from '#shared/language/without-marks.ts';

/** Letters and digits that OCR swaps, each class written as its one representative. */
const CONFUSIONS: Readonly<Record<string, string>> = {
  '0': 'O',
  Q: 'O',
  '1': 'I',
  L: 'I',
  '|': 'I',
  '!': 'I',
  ']': 'I',
  '[': 'I',
  '5': 'S',
  '8': 'B',
  '2': 'Z',
  '6': 'G',
  U: 'V',
  W: 'V',
  Y: 'V',
};

/** Upper case without diacritics: `Żurek` → `ZUREK`. */
export function upperAscii(text: string): string {
  return withoutMarks(text.toUpperCase());
}

/** `upperAscii` with everything but letters and digits dropped and OCR's usual confusions folded together. */
export function ocrSkeleton(text: string): string {
  let skeleton = '';
  for (const character of upperAscii(text)) {
    const same = CONFUSIONS[character] ?? character;
    if ((same >= 'A' && same <= 'Z') || (same >= '0' && same <= '9')) skeleton += same;
  }
  return skeleton;
}

/** Levenshtein distance, given up (returns `limit + 1`) once it must exceed `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + change,
        ),
      );
    }
    if (Math.min(...current) > limit) return limit + 1;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

/** Whether a token (as skeleton) is the keyword, allowing one edit from 5 letters and two from 9. */
export function isLike(tokenSkeleton: string, keyword: string): boolean {
  const wanted = keywordSkeleton(keyword);
  const limit = wanted.length >= 9 ? 2 : wanted.length >= 5 ? 1 : 0;
  if (Math.abs(tokenSkeleton.length - wanted.length) > limit) return false;
  if (limit === 0) return tokenSkeleton === wanted;
  return limit === 1
    ? isOneEdit(tokenSkeleton, wanted)
    : distance(tokenSkeleton, wanted, limit) <= limit;
}

/** Whether a token (as skeleton) is like one of the keywords. */
export function isLikeAny(tokenSkeleton: string, keywords: readonly string[]): boolean {
  return keywords.some((keyword) => isLike(tokenSkeleton, keyword));
}

/** Whether a token (as skeleton) is one of the keywords, with no edit. */
export function isOneOf(tokenSkeleton: string, keywords: readonly string[]): boolean {
  return keywords.some((keyword) => keywordSkeleton(keyword) === tokenSkeleton);
}

/** Whether at most one letter was lost, added or changed; every word is asked for every keyword. */
function isOneEdit(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  return endA - start <= 1 && endB - start <= 1;
}

const keywordSkeletons = new Map<string, string>();

/** Keywords come from the code and its data, so the map stays as small as those. */
function keywordSkeleton(keyword: string): string {
  const known = keywordSkeletons.get(keyword);
  if (known !== undefined) return known;
  const skeleton = ocrSkeleton(keyword);
  keywordSkeletons.set(keyword, skeleton);
  return skeleton;
}

/** Dice similarity of letter pairs, 0 … 1; digits stay apart from letters, because they tell sizes apart. */
export function similarity(a: string, b: string): number {
  return pairSimilarity(letterPairs(a), letterPairs(b));
}

/** `similarity` for texts that are compared many times. */
export function pairSimilarity(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}

export function letterPairs(name: string): Set<string> {
  const text = upperAscii(name).replace(/[^A-Z0-9]/g, '');
  const found = new Set<string>();
  for (let index = 0; index + 1 < text.length; index += 1) found.add(text.slice(index, index + 2));
  return found;
}
