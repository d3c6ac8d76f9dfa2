/** Hashes of Redis, with one field for each series; another layout of the fields takes another version. */
export const COUNTS_KEY = 'metrics:v1:counts';
/** Values as `VALUE@EPOCH_MS`, the time at which they were so. */
export const GAUGES_KEY = 'metrics:v1:gauges';
