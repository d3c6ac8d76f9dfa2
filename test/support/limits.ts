/**
 * Milliseconds for a test of many seconds, such as one that reads photographs. No limit of a test is a
 * measurement: it ends a hang, and a machine ten times as busy must not come near it. All other tests
 * have vitest's own limit.
 */
export const LONG_LIMIT = 1_800_000;

/** Milliseconds for something that other threads or processes bring about, asked for again and again. */
export const WAIT = { timeout: 120_000 };
