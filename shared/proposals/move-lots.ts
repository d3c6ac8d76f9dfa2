import { randomUUID } from 'node:crypto';
import type { Locale } from '#shared/context/locale.ts';
import { moveIn } from '#shared/pantry/lot-changes.ts';
import { amountText, placeName, untilText } from '#shared/pantry/lot-text.ts';
import { exactly, subtract, toDecimal } from '#shared/quantities/rational.ts';
import { lockSeen } from './lock-seen.ts';
import { type Applying, defineProposal } from './proposal-kind.ts';
import type { LotDiff } from './schemas/lot-view.ts';
import { freezeSchema, moveSchema, openSchema, type SeenLot } from './schemas/pantry.ts';

const SAID = {
  open: {
    pl: { ask: 'Zapisać jako otwarte', done: 'Otwarte' },
    en: { ask: 'Book as opened', done: 'Opened' },
  },
  move: { pl: { ask: 'Przenieść', done: 'Przeniesione' }, en: { ask: 'Move', done: 'Moved' } },
  freeze: { pl: { ask: 'Zamrozić', done: 'Zamrożone' }, en: { ask: 'Freeze', done: 'Frozen' } },
} as const;

interface Moved {
  readonly lots: readonly SeenLot[];
}

/** Opening, moving or freezing lots or parts of them. */
function moving(kind: 'open' | 'move' | 'freeze') {
  return {
    show: ({ lots }: Moved) => ({ lots: lots.map(diffOf) }),
    summary: ({ lots }: Moved, locale: Locale) =>
      `${SAID[kind][locale].ask}: ${listed(lots, locale)}?`,
    done: ({ lots }: Moved, locale: Locale) =>
      `${SAID[kind][locale].done}: ${listed(lots, locale)}.`,
    isSaid: true,
    undoable: true,
    async apply({ lots }: Moved, { client }: Applying) {
      const group = randomUUID();
      const bookingIds: string[] = [];
      for (const { row, lot } of await lockSeen(client, lots)) {
        const part = {
          quantity: { value: lot.quantity, unit: row.unit },
          location: lot.after.location,
        };
        const { done } = await moveIn(client, row, part, { kind, group });
        bookingIds.push(done.bookingId);
      }
      return { bookingIds };
    },
  };
}

export const openKind = defineProposal(openSchema, moving('open'));
export const moveKind = defineProposal(moveSchema, moving('move'));
export const freezeKind = defineProposal(freezeSchema, moving('freeze'));

function diffOf({ lotId, product, quantity, whole, seen, after }: SeenLot): LotDiff {
  const { unit, value } = seen.quantity;
  const still = { lotId, product, change: { value: '0', unit }, before: seen };
  if (whole) return { ...still, after, part: null };
  const rest = toDecimal(subtract(exactly(value), exactly(quantity)));
  return { ...still, after: { ...seen, quantity: { value: rest, unit } }, part: after };
}

function listed(lots: readonly SeenLot[], locale: Locale): string {
  return lots
    .map(({ product, seen, after }) => {
      const [from, to] = [seen, after].map(({ location }) => placeName(location, locale));
      const until = after.expires === seen.expires ? null : untilText(after.expires, locale);
      const facts = [
        ...(from === to ? [] : [`${from} → ${to}`]),
        ...(until === null ? [] : [until]),
      ];
      const about = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
      return `${product} ${amountText(after.quantity, locale)}${about}`;
    })
    .join('; ');
}
