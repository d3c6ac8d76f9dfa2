import { addToCounter } from '#shared/clients/redis.ts';
import { presignPut, writeObject } from '#shared/clients/s3.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { events, reply } from '#shared/entry/reply.ts';
import { countUploads } from '#shared/limits/upload-limit.ts';
import { readBatch } from '#shared/uploads/batch-store.ts';
import { createPresignedBatch } from '#shared/uploads/create-presigned-batch.ts';
import { followUpload, STREAM_RESERVE_MS } from '#shared/uploads/follow-upload.ts';
import { retryUpload } from '#shared/uploads/retry-upload.ts';
import { showBatch } from '#shared/uploads/show-batch.ts';
import { showUpload } from '#shared/uploads/show-upload.ts';
import { uploadRoutes } from '#shared/uploads/upload-routes.ts';
import { readUpload } from '#shared/uploads/upload-store.ts';
import { acceptUpload } from './accept-upload.ts';

export const handler = endpoint(uploadRoutes, {
  createUpload: async (request) => {
    await countUploads(request.household.householdId, 1, addToCounter);
    const upload = await acceptUpload(request, { presignPut, writeObject });
    if ('url' in upload) return reply(201, upload);
    return reply(202, upload, { location: upload.location });
  },
  createBatch: async ({ household, body }) => {
    await countUploads(household.householdId, body.files.length, addToCounter);
    const batch = await createPresignedBatch(household, body, { presignPut });
    return reply(201, batch, { location: batch.location });
  },
  readBatch: async ({ household, params, locale }) =>
    reply(200, showBatch(await readBatch(household, params.batchId), locale)),
  readUpload: async ({ household, params, locale, wants }, limit) => {
    const upload = await readUpload(household, params.uploadId);
    return wants('text/event-stream')
      ? events(followUpload(household, upload, locale, limit.nears(STREAM_RESERVE_MS)))
      : reply(200, showUpload(upload, locale));
  },
  retryUpload: async ({ household, params, locale }) => {
    const upload = await retryUpload(household, params.uploadId);
    return reply(202, showUpload(upload, locale));
  },
});
