import * as z from 'zod/mini';
import { PageQuery, pageOf } from '#shared/entry/page.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import {
  Booked,
  Booking,
  Location,
  Lot,
  LotChange,
  Moving,
  NewLot,
  Nothing,
  Taking,
} from './lot.ts';

const LOT = '/api/v2/pantry/{lotId}';

export const pantryRoutes = defineRoutes('pantry', {
  listLots: {
    method: 'GET',
    path: '/api/v2/pantry',
    scope: 'read',
    summary: 'What is in the house, what spoils first first.',
    query: z.extend(PageQuery, {
      expiresBefore: z.optional(z.iso.date()),
      location: z.optional(Location),
      q: z.optional(z.string().check(z.maxLength(100))),
      receiptId: z.optional(z.uuid()),
    }),
    replies: { 200: pageOf(Lot) },
  },
  addLot: {
    method: 'POST',
    path: '/api/v2/pantry',
    scope: 'write',
    summary: 'Adds a lot.',
    body: NewLot,
    replies: { 201: Lot },
  },
  changeLot: {
    method: 'PATCH',
    path: LOT,
    scope: 'write',
    summary: 'Corrects a lot; needs If-Match with its ETag.',
    body: LotChange,
    replies: { 200: Lot },
  },
  readLot: { method: 'GET', path: LOT, scope: 'read', summary: 'One lot.', replies: { 200: Lot } },
  consumeLot: {
    method: 'POST',
    path: `${LOT}/consume`,
    scope: 'write',
    summary: 'Takes some of a lot, or all of it, to be eaten.',
    body: Taking,
    replies: { 200: Booked },
  },
  wasteLot: {
    method: 'POST',
    path: `${LOT}/waste`,
    scope: 'write',
    summary: 'Throws some of a lot away, or all of it.',
    body: Taking,
    replies: { 200: Booked },
  },
  openLot: {
    method: 'POST',
    path: `${LOT}/open`,
    scope: 'write',
    summary: 'Opens a lot: from now on it keeps less long.',
    body: Nothing,
    replies: { 200: Booked },
  },
  freezeLot: {
    method: 'POST',
    path: `${LOT}/freeze`,
    scope: 'write',
    summary: 'Puts a lot into the freezer, where it keeps longer.',
    body: Nothing,
    replies: { 200: Booked },
  },
  moveLot: {
    method: 'POST',
    path: `${LOT}/move`,
    scope: 'write',
    summary: 'Moves a lot to another place.',
    body: Moving,
    replies: { 200: Booked },
  },
  listBookings: {
    method: 'GET',
    path: '/api/v2/pantry/bookings',
    scope: 'read',
    summary: 'Every change of the pantry, newest first.',
    query: PageQuery,
    replies: { 200: pageOf(Booking) },
  },
  undoBooking: {
    method: 'POST',
    path: '/api/v2/pantry/bookings/{bookingId}/undo',
    scope: 'write',
    summary: 'Takes a change back.',
    replies: { 200: Booked },
  },
});
