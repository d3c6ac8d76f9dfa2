import { distance, ocrSkeleton } from '#shared/language/ocr-skeleton.ts';
import { misreadCost } from '#shared/receipts/fields/misread-cost.ts';

/** Letters and digits of the longer text that may differ; lines of different items differ in more. */
const MAX_DIFFERENCE = 0.6;

/**
 * Whether two texts may be readings of one printed line, however badly one was read: the half that a
 * reader overlooked may be missing, another line may not be in its place. Anything resembles nothing.
 */
export function resembles(read: string, now: string): boolean {
  const [a, b] = [ocrSkeleton(read), ocrSkeleton(now)];
  if (a === '') return true;
  const limit = Math.floor(Math.max(a.length, b.length) * MAX_DIFFERENCE);
  return distance(a, b, limit) <= limit;
}

/** Whether a text has an amount that no number of the text read before can be a misreading of. */
export function hasNewAmount(read: string, now: string): boolean {
  const known = (read.match(/\d[\d.,]{0,9}/g) ?? []).map(digits);
  const amounts = (now.match(/\d{1,5}\s?[.,]\s?\d\d(?!\d)/g) ?? []).map(digits);
  return amounts.some((amount) =>
    known.every((one) => misreadCost(one, amount) === Number.POSITIVE_INFINITY),
  );
}

function digits(text: string): number {
  return Number(text.replace(/\D/g, ''));
}
