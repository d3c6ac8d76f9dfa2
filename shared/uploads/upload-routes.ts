import * as z from 'zod/mini';
import { rawBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { Batch, NewBatch, PresignedBatch } from './batch.ts';
import { DirectUpload, Upload, UploadKind } from './upload.ts';

export const uploadRoutes = defineRoutes('upload', {
  createUpload: {
    method: 'POST',
    path: '/api/v2/upload',
    scope: 'write',
    outside: true,
    summary:
      'Takes a file: its bytes, a form with it, or as JSON the request for a link to put a larger one.',
    query: z.strictObject({ kind: z._default(UploadKind, 'receipt') }),
    body: rawBody,
    replies: { 201: DirectUpload, 202: Upload },
  },
  createBatch: {
    method: 'POST',
    path: '/api/v2/upload/batch',
    scope: 'write',
    outside: true,
    summary: 'Makes a link for each of up to 50 files, which are read together.',
    body: NewBatch,
    replies: { 201: PresignedBatch },
  },
  readBatch: {
    method: 'GET',
    path: '/api/v2/upload/batch/{batchId}',
    scope: 'read',
    summary: 'How far the files of a batch are.',
    replies: { 200: Batch },
  },
  readUpload: {
    method: 'GET',
    path: '/api/v2/upload/{uploadId}',
    scope: 'read',
    summary: 'How far an upload is; as server-sent events until it ends.',
    streams: true,
    replies: { 200: Upload },
  },
  retryUpload: {
    method: 'POST',
    path: '/api/v2/upload/{uploadId}/retry',
    scope: 'write',
    outside: true,
    summary: 'Tries an upload again that failed, or was not read to the end.',
    replies: { 202: Upload },
  },
});
