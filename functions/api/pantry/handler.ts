import { endpoint } from '#shared/entry/endpoint.ts';
import { etag } from '#shared/entry/etag.ts';
import { reply } from '#shared/entry/reply.ts';
import { pageOfBookings, undoBooking } from '#shared/pantry/bookings.ts';
import { changeLot, moveLot, takeFromLot } from '#shared/pantry/lot-changes.ts';
import { addLot, pageOfLots, readLot } from '#shared/pantry/lot-store.ts';
import { pantryRoutes } from '#shared/pantry/pantry-routes.ts';

export const handler = endpoint(pantryRoutes, {
  listLots: async ({ household, query }) => reply(200, await pageOfLots(household, query)),
  addLot: async ({ household, body }) => {
    const { lot, version } = await addLot(household, body);
    return reply(201, lot, { etag: etag(version), location: `/api/v2/pantry/${lot.id}` });
  },
  readLot: async ({ household, params }) => {
    const { lot, version } = await readLot(household, params.lotId);
    return reply(200, lot, { etag: etag(version) });
  },
  changeLot: async (request) => {
    const { lot, version } = await changeLot(request, request.params.lotId, request.body);
    return reply(200, lot, { etag: etag(version) });
  },
  consumeLot: async ({ household, params, body }) =>
    reply(200, await takeFromLot(household, params.lotId, 'consume', body)),
  wasteLot: async ({ household, params, body }) =>
    reply(200, await takeFromLot(household, params.lotId, 'waste', body)),
  openLot: async ({ household, params }) =>
    reply(200, await moveLot(household, params.lotId, { kind: 'open' })),
  freezeLot: async ({ household, params }) =>
    reply(200, await moveLot(household, params.lotId, { kind: 'freeze' })),
  moveLot: async ({ household, params, body }) =>
    reply(200, await moveLot(household, params.lotId, { kind: 'move', ...body })),
  listBookings: async ({ household, query }) => reply(200, await pageOfBookings(household, query)),
  undoBooking: async ({ household, params }) =>
    reply(200, await undoBooking(household, params.bookingId)),
});
