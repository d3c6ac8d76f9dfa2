import { addToCounter, addToCounters } from '#shared/clients/redis.ts';
import { presignPut, writeObject } from '#shared/clients/s3.ts';
import { limitedEndpoint } from '#shared/entry/limited-endpoint.ts';
import { events, reply } from '#shared/entry/reply.ts';
import { limitUploads } from '#shared/limits/upload-limit.ts';
import { readBatch } from '#shared/uploads/batch-store.ts';
import { createPresignedBatch } from '#shared/uploads/create-presigned-batch.ts';
import { retryUpload } from '#shared/uploads/retry-upload.ts';
import { showBatch } from '#shared/uploads/show-batch.ts';
import { showUpload } from '#shared/uploads/show-upload.ts';
import { uploadRoutes } from '#shared/uploads/upload-routes.ts';
import { readUpload } from '#shared/uploads/upload-store.ts';
import { acceptUpload } from './accept-upload.ts';
import { openStream } from './open-stream.ts';

const endpoint = limitedEndpoint(addToCounters);
export const handler = endpoint(uploadRoutes, {
  createUpload: async (request) => {
    const accept = () => acceptUpload(request, { presignPut, writeObject });
    const upload = await limitUploads(request.household, 1, addToCounter, accept);
    if ('url' in upload) return reply(201, upload);
    return reply(202, upload, { location: upload.location });
  },
  createBatch: async ({ household, body }) => {
    const create = () => createPresignedBatch(household, body, { presignPut });
    const batch = await limitUploads(household, body.files.length, addToCounter, create);
    return reply(201, batch, { location: batch.location });
  },
  readBatch: async ({ household, params, locale }) =>
    reply(200, showBatch(await readBatch(household, params.batchId), locale)),
  readUpload: async ({ household, params, locale, wants }, limit) => {
    const upload = await readUpload(household, params.uploadId);
    if (!wants('text/event-stream')) return reply(200, showUpload(upload, locale));
    return events(await openStream(household, upload, locale, limit));
  },
  retryUpload: async ({ household, params, locale }) => {
    const retry = () => retryUpload(household, params.uploadId);
    return reply(202, showUpload(await limitUploads(household, 1, addToCounter, retry), locale));
  },
});
