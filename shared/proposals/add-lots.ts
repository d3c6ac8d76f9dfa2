import { randomUUID } from 'node:crypto';
import type { Locale } from '#shared/context/locale.ts';
import { addLotIn } from '#shared/pantry/add-lot.ts';
import { amountText, placeName, untilText } from '#shared/pantry/lot-text.ts';
import { defineProposal } from './proposal-kind.ts';
import { type AddPayload, addSchema } from './schemas/pantry.ts';

export const addKind = defineProposal(addSchema, {
  show: ({ lots }) => ({
    lots: lots.map(({ lot, after }) => ({
      lotId: null,
      product: lot.product.name,
      change: after.quantity,
      before: null,
      after,
      part: null,
    })),
  }),
  summary: (payload, locale) =>
    locale === 'pl' ? `Dodać: ${listed(payload, locale)}?` : `Add: ${listed(payload, locale)}?`,
  done: (payload, locale) =>
    locale === 'pl' ? `Dodane: ${listed(payload, locale)}.` : `Added: ${listed(payload, locale)}.`,
  isSaid: true,
  undoable: true,
  async apply({ lots }, { client, household }) {
    const group = randomUUID();
    const bookingIds: string[] = [];
    for (const { lot } of lots) {
      const added = await addLotIn(client, household.householdId, lot, group);
      bookingIds.push(added.lot.bookingId);
    }
    return { bookingIds };
  },
});

function listed({ lots }: AddPayload, locale: Locale): string {
  return lots
    .map(({ lot, after }) => {
      const until = untilText(after.expires, locale);
      const where = [placeName(after.location, locale), ...(until === null ? [] : [until])];
      return `${lot.product.name} ${amountText(after.quantity, locale)} (${where.join(', ')})`;
    })
    .join('; ');
}
