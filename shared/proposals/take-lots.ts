import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Locale } from '#shared/context/locale.ts';
import { takeIn } from '#shared/pantry/lot-changes.ts';
import { amountText } from '#shared/pantry/lot-text.ts';
import { words } from '#shared/schemas/words.ts';
import { lockSeen } from './lock-seen.ts';
import { LotsDiff } from './lot-view.ts';
import { defineProposal } from './proposal-kind.ts';
import { SeenLot } from './seen-lot.ts';

const Lots = z.array(SeenLot).check(z.minLength(1), z.maxLength(50));

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

/** Taking of lots, to be eaten or thrown away. */
function takingKind<const Kind extends 'consume' | 'waste'>(kind: Kind) {
  const Payload = z.object({
    kind: z.literal(kind),
    reason: z.optional(words(200)),
    lots: Lots,
  });
  return defineProposal({
    kind,
    payload: Payload,
    diff: LotsDiff,
    show: ({ lots }) => ({
      lots: lots.map(({ lotId, product, quantity, seen, after }) => ({
        lotId,
        product,
        change: { value: `-${quantity}`, unit: seen.quantity.unit },
        before: seen,
        after,
        part: null,
      })),
    }),
    summary: (payload, locale) => `${SAID[kind][locale].ask}: ${listed(payload, locale)}?`,
    done: (payload, locale) => `${SAID[kind][locale].done}: ${listed(payload, locale)}.`,
    isSaid: true,
    undoable: true,
    async apply({ lots, reason }, { client }) {
      const group = randomUUID();
      const bookingIds: string[] = [];
      for (const { row, lot } of await lockSeen(client, lots)) {
        const quantity = { value: lot.quantity, unit: row.unit };
        const { bookingId } = await takeIn(client, row, { quantity, reason }, { kind, group });
        bookingIds.push(bookingId);
      }
      return { bookingIds };
    },
  });
}

export const consumeKind = takingKind('consume');
export const wasteKind = takingKind('waste');

function listed(
  { lots, reason }: { readonly lots: readonly SeenLot[]; readonly reason?: string | undefined },
  locale: Locale,
): string {
  const all = lots.map(({ product, quantity, seen, after }) => {
    const { unit } = seen.quantity;
    const taken = amountText({ value: quantity, unit }, locale);
    const [was, left] = [seen.quantity, after.quantity].map((one) => amountText(one, locale));
    return `${product} ${taken} (${was} → ${left})`;
  });
  const why = reason === undefined ? [] : [`${locale === 'pl' ? 'powód' : 'reason'}: ${reason}`];
  return [...all, ...why].join('; ');
}
