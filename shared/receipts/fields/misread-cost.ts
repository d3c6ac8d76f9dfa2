import type { Minor } from '#shared/money/money.ts';

/** Digits that cameras and Tesseract take for one another. */
const LOOKALIKE = [
  '08',
  '06',
  '09',
  '69',
  '68',
  '89',
  '17',
  '14',
  '27',
  '35',
  '56',
  '58',
  '38',
  '49',
  '47',
];
const SWAP_COST = 1;
/** A comma that moved, or was lost with the zero before it. */
const COMMA_COST = 1.5;
/** A digit lost or read twice. */
const DIGIT_COST = 2;
const UNLIKELY_COST = 2.5;

const isLookalike = (a: string, b: string) => LOOKALIKE.includes(a < b ? a + b : b + a);

/**
 * How far-fetched it is that an amount printed as `printed` was read as `read`: 0 for the same, 1
 * for one lookalike digit, up to 3.5; Infinity when no misreading explains it.
 */
export function misreadCost(read: Minor, printed: Minor): number {
  if (read === printed) return 0;
  if (printed <= 0 || read < 0) return Number.POSITIVE_INFINITY;
  const [from, to] = [digits(read), digits(printed)];
  if (from.length === to.length) return swapCost(from, to);
  if (read === printed * 10 || read === printed * 100) return COMMA_COST;
  if (read * 10 === printed || read * 100 === printed) return COMMA_COST;
  if (Math.abs(from.length - to.length) > 1) return Number.POSITIVE_INFINITY;
  return isOneShorter(from, to) || isOneShorter(to, from) ? DIGIT_COST : Number.POSITIVE_INFINITY;
}

/** What may have been printed where `read` was read, without other evidence: one lookalike digit or a moved comma. */
export function likelyAmounts(read: Minor): { readonly amount: Minor; readonly cost: number }[] {
  const from = digits(read);
  const found = [...from].flatMap((digit, at) =>
    [...'0123456789']
      .filter((other) => isLookalike(digit, other))
      .map((other) => Number(from.slice(0, at) + other + from.slice(at + 1)))
      .filter((amount) => amount > 0 && digits(amount).length === from.length)
      .map((amount) => ({ amount, cost: SWAP_COST })),
  );
  if (read % 100 === 0 && read >= 10_000) found.push({ amount: read / 100, cost: COMMA_COST });
  if (read < 100) found.push({ amount: read * 100, cost: COMMA_COST });
  return found;
}

function digits(amount: Minor): string {
  return String(amount).padStart(3, '0');
}

function swapCost(from: string, to: string): number {
  let cost = 0;
  let changed = 0;
  for (const [at, digit] of [...from].entries()) {
    const other = to.charAt(at);
    if (digit === other) continue;
    changed += 1;
    cost += isLookalike(digit, other) ? SWAP_COST : UNLIKELY_COST;
  }
  return changed > 2 || cost > 3.5 ? Number.POSITIVE_INFINITY : cost;
}

function isOneShorter(short: string, long: string): boolean {
  if (short.length + 1 !== long.length) return false;
  let at = 0;
  while (at < short.length && short.charAt(at) === long.charAt(at)) at += 1;
  return short.slice(at) === long.slice(at + 1);
}
