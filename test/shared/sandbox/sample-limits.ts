import type { Limits } from '#shared/sandbox/limits.ts';

export const SAMPLE_LIMITS: Limits = { memoryBytes: 200 * 1024 ** 2, openingMs: 400 };
