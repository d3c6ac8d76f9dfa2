import { UserError } from '#shared/errors/user-error.ts';

/** What a line comes to, in grosze. @throws UserError 422 for a discount above the value */
export function netValue(gross: number, discount: number): number {
  if (discount <= gross) return gross - discount;
  throw new UserError('unprocessable', 'discount-over-value', {
    pl: 'Rabat jest większy niż wartość pozycji.',
    en: 'The discount is larger than the value of the line.',
  });
}
