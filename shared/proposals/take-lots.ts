import { randomUUID } from 'node:crypto';
import type { Locale } from '#shared/context/locale.ts';
import { takeIn } from '#shared/pantry/lot-changes.ts';
import { amountText } from '#shared/pantry/lot-text.ts';
import { lockSeen } from './lock-seen.ts';
import { type Applying, defineProposal } from './proposal-kind.ts';
import { consumeSchema, type SeenLot, wasteSchema } from './schemas/pantry.ts';

const SAID = {
  consume: {
    pl: { ask: 'Zapisać zużycie', done: 'Zużyte' },
    en: { ask: 'Book as used', done: 'Used' },
  },
  waste: {
    pl: { ask: 'Zapisać jako wyrzucone', done: 'Wyrzucone' },
    en: { ask: 'Book as thrown away', done: 'Thrown away' },
  },
} as const;

interface Taken {
  readonly lots: readonly SeenLot[];
  readonly reason?: string | undefined;
}

/** Taking of lots, to be eaten or thrown away. */
function taking(kind: 'consume' | 'waste') {
  return {
    show: ({ lots }: Taken) => ({
      lots: lots.map(({ lotId, product, quantity, seen, after }) => ({
        lotId,
        product,
        change: { value: `-${quantity}`, unit: seen.quantity.unit },
        before: seen,
        after,
        part: null,
      })),
    }),
    summary: (payload: Taken, locale: Locale) =>
      `${SAID[kind][locale].ask}: ${listed(payload, locale)}?`,
    done: (payload: Taken, locale: Locale) =>
      `${SAID[kind][locale].done}: ${listed(payload, locale)}.`,
    isSaid: true,
    undoable: true,
    async apply({ lots, reason }: Taken, { client }: Applying) {
      const group = randomUUID();
      const bookingIds: string[] = [];
      for (const { row, lot } of await lockSeen(client, lots)) {
        const quantity = { value: lot.quantity, unit: row.unit };
        const { bookingId } = await takeIn(client, row, { quantity, reason }, { kind, group });
        bookingIds.push(bookingId);
      }
      return { bookingIds };
    },
  };
}

export const consumeKind = defineProposal(consumeSchema, taking('consume'));
export const wasteKind = defineProposal(wasteSchema, taking('waste'));

function listed({ lots, reason }: Taken, locale: Locale): string {
  const all = lots.map(({ product, quantity, seen, after }) => {
    const { unit } = seen.quantity;
    const taken = amountText({ value: quantity, unit }, locale);
    const [was, left] = [seen.quantity, after.quantity].map((one) => amountText(one, locale));
    return `${product} ${taken} (${was} → ${left})`;
  });
  const why = reason === undefined ? [] : [`${locale === 'pl' ? 'powód' : 'reason'}: ${reason}`];
  return [...all, ...why].join('; ');
}
