import { fold } from '#shared/language/fold.ts';

/** `a zielona herbata?`: what is asked of it is what was asked before. */
export function goesOn(message: string): boolean {
  return /^(?:a|i|and|what about|how about)\b/.test(fold(message).trim());
}
