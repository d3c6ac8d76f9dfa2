import { type Message, UserError } from '#shared/errors/user-error.ts';

/** Days of the household's zone, both included. */
export interface UsagePeriod {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 24 * 3600 * 1000;
const USUAL_DAYS = 31;
/** A day is a row of the answer. */
const MAX_DAYS = 366;

/** @throws UserError 422 `invalid-period` when it ends before it begins, `period-too-long` */
export function usagePeriod(
  today: string,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): UsagePeriod {
  const to = asked.to ?? today;
  const from = asked.from ?? plusDays(to, 1 - USUAL_DAYS);
  if (from > to) {
    throw refused('invalid-period', {
      pl: 'Okres kończy się, zanim się zacznie.',
      en: 'It ends before it begins.',
    });
  }
  if (plusDays(from, MAX_DAYS - 1) < to) {
    throw refused('period-too-long', {
      pl: `Okres może mieć najwyżej ${MAX_DAYS} dni.`,
      en: `A period can have at most ${MAX_DAYS} days.`,
    });
  }
  return { from, to };
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

function refused(code: string, text: Message): UserError {
  return new UserError('unprocessable', code, text, {
    fields: [{ pointer: '?from', detail: text }],
  });
}
