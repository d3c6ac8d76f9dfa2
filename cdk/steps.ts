import { ENV } from '#shared/env.ts';
import { weatherServers } from './agents.ts';
import type { FunctionTable } from './compute/function-entry.ts';

/** The steps of the receipt workflow after reading; each acts for the one household of its input. */
export const RECEIPT_STEPS = {
  'steps/parse-receipt': {
    size: { memoryMb: 512, timeoutSeconds: 60 },
    access: { database: 'app', uploads: { readings: ['read'], parsed: ['write'] } },
  },
  'steps/match-products': {
    // May wait for an embedding model, which places all products at the first receipt.
    size: { memoryMb: 512, timeoutSeconds: 120 },
    access: { database: 'app', uploads: { parsed: ['read'], matched: ['write'] } },
    model: 'embedding',
  },
  'steps/save-receipt': {
    size: { memoryMb: 512, timeoutSeconds: 60 },
    access: { database: 'app', uploads: { matched: ['read'] } },
  },
} as const satisfies FunctionTable<'steps'>;

/** The steps of the document workflow. */
export const DOCUMENT_STEPS = {
  'steps/extract-document': {
    // Text in seconds; pages that are pictures one after the other, as the OCR agent reads a photograph.
    size: { memoryMb: 3008, timeoutSeconds: 600 },
    layers: ['imaging'],
    access: {
      database: 'app',
      uploads: { uploads: ['read'], extracted: ['write'] },
      cache: 'read-write', // counts the pages it reads
    },
    // Image decoders and neural networks run in threads that pass memory to each other.
    environment: () => ({ [ENV.memoryPools]: '1' }),
  },
  'steps/chunk-document': {
    // A thousand pages are some two thousand passages.
    size: { memoryMb: 1024, timeoutSeconds: 120 },
    access: { database: 'app', uploads: { extracted: ['read'] } },
  },
} as const satisfies FunctionTable<'steps'>;

/** The one step of the workflow of meal plans: it plans, and records where it cannot. */
export const PLAN_STEPS = {
  'steps/plan-meals': {
    // Plans for some ten seconds of a whole processor, with all recipes in memory.
    size: { memoryMb: 1769, timeoutSeconds: 120 },
    access: { database: 'app', cache: 'read-write' },
    environment: weatherServers,
  },
} as const satisfies FunctionTable<'steps'>;

/** What a backup is made by, and what checks and restores one. They act for no household. */
export const BACKUP_STEPS = {
  'steps/copy-tables': {
    // One transaction reads all tables, so one invocation copies them.
    size: { memoryMb: 1024, timeoutSeconds: 900 },
    access: { database: 'backup', backups: ['write'] },
  },
  'steps/copy-objects': {
    size: { memoryMb: 512, timeoutSeconds: 900 },
    access: { uploads: { uploads: ['read'] }, backups: ['read', 'write'] },
  },
  'steps/verify-backup': {
    size: { memoryMb: 1024, timeoutSeconds: 900 },
    access: { backups: ['read', 'write'] },
  },
  'steps/load-backup': {
    size: { memoryMb: 1024, timeoutSeconds: 900 },
    access: { database: 'owner', backups: ['read', 'write'] },
  },
  'steps/restore-objects': {
    size: { memoryMb: 512, timeoutSeconds: 900 },
    access: { uploads: { uploads: ['write'] }, backups: ['read'] },
  },
  'steps/switch-backup': {
    size: { memoryMb: 512, timeoutSeconds: 300 },
    access: { database: 'owner', backups: ['read', 'write'] },
  },
  'steps/fail-backup': {
    size: { memoryMb: 256, timeoutSeconds: 60 },
    access: { backups: ['read', 'write'] },
  },
} as const satisfies FunctionTable<'steps'>;

/** What a household takes along, and what is done when it goes. */
export const HOUSEHOLD_STEPS = {
  'steps/export-household': {
    // Streams through a gigabyte of photographs for an archive.
    size: { memoryMb: 1024, timeoutSeconds: 900 },
    access: { database: 'app', uploads: { uploads: ['read'], exports: ['write', 'abort'] } },
  },
  'steps/erase-household': {
    size: { memoryMb: 512, timeoutSeconds: 900 },
    access: {
      database: 'app',
      cache: 'read-write',
      uploads: 'erase',
      index: 'erase',
      // The list of those whom no restore brings back.
      backups: ['write', 'read'],
    },
  },
} as const satisfies FunctionTable<'steps'>;

/** Where the failures of the workflows of uploads end. */
export const FAILURE_STEP = {
  'steps/fail-upload': {
    size: { memoryMb: 256, timeoutSeconds: 60 },
    access: { database: 'app' },
  },
} as const satisfies FunctionTable<'steps'>;
