import { UserError } from '#shared/errors/user-error.ts';

/** Days of the household's zone, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * The asked days; without them the twelve months that end today, the first of them whole.
 * @throws UserError `invalid-period` when it ends before it begins
 */
export function periodOf(
  today: string,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): Period {
  const to = asked.to ?? today;
  const from = asked.from ?? elevenMonthsBefore(to);
  if (from <= to) return { from, to };
  const text = { pl: 'Okres kończy się, zanim się zacznie.', en: 'It ends before it begins.' };
  const fields = [{ pointer: '?from', detail: text }];
  throw new UserError('unprocessable', 'invalid-period', text, { fields });
}

/** The first day of the month, eleven months before the month of `day`. */
function elevenMonthsBefore(day: string): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - 11;
  const year = Math.floor(months / 12);
  // Dates have no year 0.
  if (year < 1) return '0001-01-01';
  return `${String(year).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}
