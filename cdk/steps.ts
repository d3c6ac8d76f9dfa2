import type { FunctionTable } from './compute/function-entry.ts';

/** The steps of the receipt workflow after reading; each acts for the one household of its input. */
export const STEPS = {
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
  'steps/fail-upload': {
    size: { memoryMb: 256, timeoutSeconds: 60 },
    access: { database: 'app' },
  },
} as const satisfies FunctionTable<'steps'>;
