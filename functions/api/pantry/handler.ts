import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { addLot } from '#shared/pantry/add-lot.ts';
import { pageOfBookings } from '#shared/pantry/booking-store.ts';
import { consumeProduct } from '#shared/pantry/consume-product.ts';
import { firstToGo } from '#shared/pantry/first-to-go.ts';
import { changeLot, moveLot, takeFromLot } from '#shared/pantry/lot-changes.ts';
import { mergeProducts } from '#shared/pantry/merge-products.ts';
import { pantryRoutes } from '#shared/pantry/pantry-routes.ts';
import { pageOfLots, readLot } from '#shared/pantry/read-lots.ts';
import { undoBooking } from '#shared/pantry/undo.ts';
import { etag } from '#shared/versions/if-match.ts';

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
  consumeLot: async (request) => reply(200, await takeFromLot(request, 'consume')),
  wasteLot: async (request) => reply(200, await takeFromLot(request, 'waste')),
  consumeProduct: async ({ household, body }) => reply(200, await consumeProduct(household, body)),
  firstToGo: async ({ household, query }) => reply(200, await firstToGo(household, query)),
  openLot: async (request) => reply(200, await moveLot(request, 'open')),
  freezeLot: async (request) => reply(200, await moveLot(request, 'freeze')),
  thawLot: async (request) => reply(200, await moveLot(request, 'thaw')),
  moveLot: async (request) => reply(200, await moveLot(request, 'move')),
  mergeProducts: async ({ household, body }) => reply(200, await mergeProducts(household, body)),
  listBookings: async ({ household, query }) => reply(200, await pageOfBookings(household, query)),
  undoBooking: async ({ household, params }) =>
    reply(200, await undoBooking(household, params.bookingId)),
});
