import type { uploadRoutes } from '#shared/uploads/upload-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT, ID } from './values.ts';

const LINK = {
  uploadId: ID.upload,
  method: 'PUT',
  url: `https://uploads.example.com/uploads/${ID.household}/${ID.upload}?X-Amz-Signature=1a2b`,
  headers: { 'content-type': 'image/jpeg' },
  expiresAt: '2026-11-24T10:30:00.000Z',
};
const FILE = { kind: 'receipt', fileName: 'lidl.jpg', contentType: 'image/jpeg', size: 2_400_000 };
const READ = {
  uploadId: ID.upload,
  kind: 'receipt',
  status: 'done',
  progress: { step: 6, of: 6 },
  receiptId: ID.receipt,
  location: `/api/v2/upload/${ID.upload}`,
  createdAt: BOUGHT_AT,
  updatedAt: '2026-11-24T10:15:12.000Z',
};
const { receiptId: _, ...UNREAD } = READ;
const QUEUED = { ...UNREAD, status: 'queued', progress: { step: 1, of: 6 } };

export const uploadExamples: ExamplesOf<typeof uploadRoutes> = {
  createUpload: { body: { file: '<the bytes of lidl.jpg>', kind: 'receipt' }, reply: LINK },
  createBatch: {
    body: { files: [FILE] },
    reply: { batchId: ID.batch, location: `/api/v2/upload/batch/${ID.batch}`, files: [LINK] },
  },
  readBatch: {
    reply: {
      batchId: ID.batch,
      status: 'ended',
      counts: { done: 1, needsReview: 0, failed: 0, underWay: 0, duplicates: 0 },
      uploads: [READ],
      createdAt: BOUGHT_AT,
    },
  },
  readUpload: { reply: READ },
  retryUpload: { reply: QUEUED },
};
