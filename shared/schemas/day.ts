import * as z from 'zod/mini';

const [FIRST, LAST] = ['2000-01-01', '2999-12-31'];

/** Taken for today where that does not matter: whether a message names days at all, or books anything. */
export const ANY_DAY = FIRST;

/** A calendar day that food can be bought on or kept until. */
export const Day = z.iso.date('Dzień jak 2026-11-24. / A day like 2026-11-24.').check(
  z.refine(
    (day) => FIRST <= day && day <= LAST,
    `Od ${FIRST} do ${LAST}. / From ${FIRST} to ${LAST}.`,
  ),
  z.meta({ pattern: '^2[0-9]{3}-[0-9]{2}-[0-9]{2}$' }),
);
