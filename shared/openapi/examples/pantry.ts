import type { pantryRoutes } from '#shared/pantry/pantry-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT, ID, MILK, zloty } from './values.ts';

const LOT = {
  id: ID.lot,
  product: { ...MILK, category: 'milk' },
  quantity: { value: '2', unit: 'l' },
  location: 'fridge',
  openedAt: null,
  expires: { date: '2026-12-04', kind: 'use-by', source: 'rule' },
  neverExpires: false,
  needsLook: false,
  addedAt: BOUGHT_AT,
  receiptItemId: ID.item,
  package: { value: '1', unit: 'l' },
};
const LITRE = { value: '1', unit: 'l' };
const BOOKED = { bookingId: ID.booking, groupId: null, lot: { ...LOT, quantity: LITRE } };
const OPENED = { ...LOT, quantity: LITRE, openedAt: '2026-11-25T07:30:00.000Z' };
const MOVED = { bookingId: ID.booking, groupId: ID.group, lot: OPENED, rest: BOOKED.lot };

export const pantryExamples: ExamplesOf<typeof pantryRoutes> = {
  listLots: { reply: { items: [LOT], next: null } },
  addLot: {
    body: {
      product: { name: 'mleko' },
      quantity: { value: '2', unit: 'l' },
      expires: { date: '2026-12-04', kind: 'use-by' },
    },
    reply: { ...LOT, bookingId: ID.booking },
  },
  changeLot: { body: { quantity: LITRE }, reply: { ...BOOKED.lot, bookingId: ID.booking } },
  readLot: { reply: LOT },
  consumeLot: { body: { quantity: { value: '4', unit: 'szklanka' } }, reply: BOOKED },
  wasteLot: { body: { quantity: LITRE, reason: 'skwaśniało' }, reply: BOOKED },
  consumeProduct: {
    body: { product: { name: 'mleko' }, quantity: LITRE },
    reply: {
      groupId: ID.group,
      bookingIds: [ID.booking],
      taken: [{ quantity: LITRE, lot: BOOKED.lot }],
    },
  },
  firstToGo: {
    reply: {
      today: '2026-12-02',
      items: [{ lot: LOT, daysLeft: 2, severity: 'soon', value: zloty('6.98') }],
    },
  },
  openLot: { body: { quantity: LITRE }, reply: MOVED },
  freezeLot: {
    body: {},
    reply: { ...MOVED, lot: { ...LOT, location: 'freezer' }, rest: null },
  },
  thawLot: { body: {}, reply: { ...MOVED, lot: LOT, rest: null } },
  moveLot: {
    body: { location: 'pantry', quantity: LITRE },
    reply: { ...MOVED, lot: { ...LOT, quantity: LITRE, location: 'pantry' } },
  },
  mergeProducts: {
    body: { from: 'mleczko', into: { id: MILK.id } },
    reply: { product: MILK, lots: 2, receiptItems: 3, printedNames: 1 },
  },
  listBookings: {
    reply: {
      items: [
        {
          id: ID.booking,
          lotId: ID.lot,
          groupId: null,
          product: MILK.name,
          kind: 'consume',
          change: { value: '-1', unit: 'l' },
          reason: null,
          undone: false,
          createdAt: '2026-11-25T07:30:00.000Z',
        },
      ],
      next: null,
    },
  },
  undoBooking: {
    reply: {
      bookingId: ID.group,
      groupId: null,
      lot: LOT,
      bookings: [{ bookingId: ID.group, lot: LOT }],
    },
  },
};
