import { fold } from '#shared/language/fold.ts';
import { overlaps } from '#shared/slots/overlaps.ts';
import type { AskContext } from './read-clause.ts';

/** Behind these stands who eats. */
const FOR = /(?:^|[^\p{L}])(?:dla|for)\s+(\p{L}+)(?:\s+(?:i|oraz|and)\s+(\p{L}+))?/giu;

/** Names behind `dla` and `for` that nobody of the household has: capitals tell names from other words. */
export function strangersIn(message: string, { slots }: AskContext): string[] {
  const known = [
    ...slots.people,
    ...slots.dates,
    ...slots.places,
    ...slots.products,
    ...slots.money,
  ];
  return [...message.matchAll(FOR)].flatMap((match) => {
    const [whole, ...words] = match;
    return words.flatMap((word) => {
      if (word === undefined || !/^\p{Lu}/u.test(word) || NOT_NAMES.has(fold(word))) return [];
      const at = match.index + whole.indexOf(word);
      return overlaps({ at, end: at + word.length }, known) ? [] : [word];
    });
  });
}

const NOT_NAMES = new Set(['mnie', 'nas', 'me', 'us', 'i', 'my', 'the', 'our']);
