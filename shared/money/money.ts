import * as z from 'zod/mini';

/** Money inside the system: a whole number of the currency's hundredth (grosz). Never a float of złoty. */
export type Minor = number;

/** Money in the API: `{"amount": "12.49", "currency": "PLN"}`. */
export const Money = z.object({
  amount: z.string().check(z.regex(/^-?[0-9]{1,15}\.[0-9]{2}$/)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});
export type Money = z.infer<typeof Money>;

/** `1249` → `{amount: "12.49", currency: "PLN"}`. */
export function toMoney(minor: Minor, currency = 'PLN'): Money {
  return { amount: formatMinor(minor), currency };
}

/** `1249` → `"12.49"`, `-5` → `"-0.05"`. */
export function formatMinor(minor: Minor): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
