import { increment } from './record.ts';

/** Counts a question to a cache by whether it had the answer. */
export function countCacheUse(cache: 'weather' | 'model-answers', isHit: boolean): void {
  increment(isHit ? 'cache_hits_total' : 'cache_misses_total', { cache });
}
