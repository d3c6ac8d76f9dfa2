import { isLike, ocrSkeleton, upperAscii } from '#shared/language/ocr-skeleton.ts';
import { readNip } from '#shared/receipts/fields/nip.ts';
import type { Chain } from './chain.ts';
import { chains } from './chains.ts';

/** The shop's name stands among the first lines. */
const HEADING_LINES = 12;

/**
 * The chain a text is of: by its tax number, else by its name in the heading as far as OCR left it,
 * else by its name spelt right where no items stand (a footer, a web address).
 */
export function chainOf(lines: readonly string[]): Chain | null {
  const { nip } = readNip(lines, []);
  const tokens = lines.map((line) =>
    upperAscii(line.slice(0, 120))
      .split(/[^A-Z0-9\]|]+/)
      .filter((token) => token !== '')
      .map(ocrSkeleton),
  );
  const fiscal = tokens.findIndex((line) => line.some((token) => isLike(token, 'FISKALNY')));
  const heading = tokens.slice(0, fiscal < 0 ? HEADING_LINES : Math.min(fiscal, HEADING_LINES));
  const unpriced = tokens.filter((_, at) => !/\d[.,]\d/.test(lines[at]?.slice(0, 120) ?? ''));
  return (
    chains.find((chain) => nip !== null && chain.nips.includes(nip)) ??
    chains.find((chain) => chain.words.some((word) => mentions(heading, word, isLike))) ??
    chains.find((chain) =>
      chain.words.some((word) => word.length > 4 && mentions(unpriced, word, isSame)),
    ) ??
    null
  );
}

function isSame(token: string, word: string): boolean {
  return token.length === word.length && token === ocrSkeleton(word);
}

function mentions(
  lines: readonly (readonly string[])[],
  words: string,
  same: (token: string, word: string) => boolean,
): boolean {
  const [first = '', ...rest] = words.split(' ');
  return lines.some((tokens) =>
    tokens.some(
      (token, start) =>
        same(token, first) &&
        rest.every((part, index) => same(tokens[start + index + 1] ?? '', part)),
    ),
  );
}
