import { chains } from './chains/chains.ts';
import { fold, isLike, plain } from './fold.ts';
import type { Merchant } from './receipt.ts';

const STREET = /^\W*(?:u[l1I][.,\s]|a[l1][.,]|os[.,]|pl[.,]|plac\s)/i;
const POSTCODE = /\b\d\d-\d{3}\b/;
const NO_NAME = /^\W*(?:N[I1l][PF]|nr\b|BDO|tel|www|paragon)/i;

/** Name, chain and address out of the lines above the heading. */
export function readMerchant(
  heading: readonly string[],
  all: readonly string[],
  nip: string | null,
): Merchant {
  const lines = heading.slice(0, 12).map((line) => line.slice(0, 120).trim());
  const address = lines
    .filter((line) => (STREET.test(line) || POSTCODE.test(line)) && !NO_NAME.test(line))
    .join(', ');
  const named = lines.find(
    (line) =>
      /\p{L}{3}/u.test(line) &&
      !NO_NAME.test(line) &&
      !STREET.test(line) &&
      !POSTCODE.test(line) &&
      !/\d{4}-\d\d/.test(line),
  );
  const chain =
    chains.find((known) => nip !== null && known.nips.includes(nip)) ??
    chains.find((known) => known.words.some((word) => mentions(lines, word))) ??
    chains.find((known) => known.words.some((word) => word.length > 4 && mentions(all, word)));
  const name = named?.replace(/^[^\p{L}\p{N}"„”]+/u, '').replace(/ {2,}.*$/, '') ?? null;
  return { name, chain: chain?.name ?? null, nip, address: address === '' ? null : address };
}

function mentions(lines: readonly string[], word: string): boolean {
  const parts = word.split(' ');
  return lines.some((line) => {
    const tokens = plain(line)
      .split(/[^A-Z0-9\]|]+/)
      .map(fold);
    return tokens.some((_, start) =>
      parts.every((part, index) => isLike(tokens[start + index] ?? '', part)),
    );
  });
}
