import { ENV } from '#shared/env.ts';
import type { FunctionTable } from './compute/function-entry.ts';

export const AGENTS = {
  'agents/ocr': {
    // Reads for some 12 s; may then wait twice for a model: 15 s on Bedrock, 30 s on another server.
    size: { memoryMb: 3008, timeoutSeconds: 180 },
    layers: ['imaging'],
    access: { database: 'app', uploads: { uploads: ['read'], readings: ['write'] } },
    model: 'ocr',
    // Image decoders and neural networks run in threads that pass memory to each other.
    environment: () => ({ [ENV.memoryPools]: '1' }),
  },
  'agents/chef': {
    // Reads and ranks all recipes, and may wait for a model.
    size: { memoryMb: 1024, timeoutSeconds: 25 },
    access: { database: 'app' },
    model: 'text',
  },
} as const satisfies FunctionTable<'agents'>;
