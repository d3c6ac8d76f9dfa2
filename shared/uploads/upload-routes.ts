import * as z from 'zod/mini';
import { bytesOfFile, rawBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { MEDIA_TYPES } from '#shared/extraction/document-format.ts';
import { Batch, NewBatch, PresignedBatch } from './batch.ts';
import { DirectUpload, NewUpload, Upload, UploadForm } from './upload.ts';
import { UploadKind } from './upload-state.ts';

const FILE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/tiff',
  ...Object.values(MEDIA_TYPES),
];

export const uploadRoutes = defineRoutes('upload', {
  createUpload: {
    method: 'POST',
    path: '/api/v2/upload',
    scope: 'write',
    limit: 'upload',
    outside: true,
    summary:
      'Takes a file: its bytes, a form with it, or as JSON the request for a link to put a larger one.',
    query: z.strictObject({ kind: z._default(UploadKind, 'receipt') }),
    body: rawBody({
      'multipart/form-data': UploadForm,
      ...Object.fromEntries(FILE_TYPES.map((type) => [type, bytesOfFile])),
      'application/json': NewUpload,
    }),
    headers: { 202: ['location'] },
    problems: {
      400: ['file-empty', 'multipart-broken', 'file-missing', 'file-twice', 'kind-unknown'],
      413: ['file-too-large', 'image-too-large'],
      409: ['too-many-documents'],
      415: ['file-type', 'document-type'],
      422: ['file-truncated', 'image-too-small', 'document-password'],
      429: ['too-many-uploads'],
      503: ['storage-away'],
    },
    replies: { 201: DirectUpload, 202: Upload },
  },
  createBatch: {
    method: 'POST',
    path: '/api/v2/upload/batch',
    scope: 'write',
    limit: 'upload',
    outside: true,
    summary: 'Makes a link for each of up to 50 files, which are read together.',
    body: NewBatch,
    headers: { 201: ['location'] },
    problems: {
      409: ['too-many-documents'],
      413: ['file-too-large'],
      415: ['file-type', 'document-type'],
      429: ['too-many-uploads'],
      503: ['storage-away'],
    },
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
    problems: { 429: ['too-many-streams'] },
    replies: { 200: Upload },
  },
  retryUpload: {
    method: 'POST',
    path: '/api/v2/upload/{uploadId}/retry',
    scope: 'write',
    limit: 'upload',
    outside: true,
    summary: 'Tries an upload again that failed, or was not read to the end.',
    problems: { 409: ['not-failed', 'refused-for-good'], 429: ['too-many-uploads'] },
    replies: { 202: Upload },
  },
});
