import { distance, fold } from '#shared/language/ocr-skeleton.ts';
import { misreadCost } from '#shared/receipts/fields/misread-cost.ts';

/** Letters and digits of the longer text that may differ; lines of different goods differ in more. */
const MOST_APART = 0.6;

/**
 * Whether two texts may be readings of one printed line, however badly one was read: the half that a
 * reader overlooked may be missing, another line may not be in its place. Anything resembles nothing.
 */
export function resembles(read: string, now: string): boolean {
  const [a, b] = [fold(read), fold(now)];
  if (a === '') return true;
  const most = Math.floor(Math.max(a.length, b.length) * MOST_APART);
  return distance(a, b, most) <= most;
}

/** Whether a text says money that no number of the text read before can be a misreading of. */
export function saysNewMoney(read: string, now: string): boolean {
  const known = (read.match(/\d[\d.,]{0,9}/g) ?? []).map(digits);
  const amounts = (now.match(/\d{1,5}\s?[.,]\s?\d\d(?!\d)/g) ?? []).map(digits);
  return amounts.some((amount) =>
    known.every((one) => misreadCost(one, amount) === Number.POSITIVE_INFINITY),
  );
}

function digits(text: string): number {
  return Number(text.replace(/\D/g, ''));
}
