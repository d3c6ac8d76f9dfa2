import type { RankedView } from '#shared/recipes/model/recipe-schema.ts';
import type { LetGo } from './choose.ts';
import { joinedList } from './joined-list.ts';
import type { Wish } from './wish.ts';

/** How one language says what the chef heard and what it offers; a list comes joined by `and`. */
export interface SuggestionPhrases {
  readonly and: string;
  have(foods: string): string;
  without(foods: string): string;
  within(minutes: number): string;
  forPeople(people: number): string;
  diet(diet: string): string;
  readonly useExpiring: string;
  readonly letGo: Readonly<Record<LetGo, string>>;
  lookedWithout(wishes: string): string;
  /** @param heard what was understood, in brackets, or empty */
  suggest(heard: string): string;
  spoils(product: string, daysLeft: number): string;
  /** @param zloty a decimal with a point */
  costs(zloty: string): string;
  willDo(substitute: string): string;
  usesUp(foods: string): string;
  missing(foods: string): string;
  readonly nothingMissing: string;
  mind(allergens: string): string;
}

/** What was understood of a wish, and which part of it nothing met. */
export function introText(wish: Wish, letGo: readonly LetGo[], say: SuggestionPhrases): string {
  const names = (things: Wish['have']) =>
    joinedList(
      things.map(({ name }) => name),
      say.and,
    );
  const heard = [
    wish.have.length > 0 && say.have(names(wish.have)),
    wish.without.length > 0 && say.without(names(wish.without)),
    wish.minutes !== null && say.within(wish.minutes),
    wish.people !== null && say.forPeople(wish.people),
    wish.diet !== null && say.diet(wish.diet),
    wish.useExpiring && say.useExpiring,
  ].filter((part) => part !== false);
  const gone = letGo.map((one) => say.letGo[one]);
  const without = gone.length > 0 ? ` ${say.lookedWithout(joinedList(gone, say.and))}` : '';
  return `${say.suggest(heard.length > 0 ? ` (${heard.join('; ')})` : '')}${without}`;
}

/** One recipe of an offer, in a line. */
export function offerText(
  place: number,
  { title, minutes, missing, expiringUsed, score, safety }: RankedView,
  say: SuggestionPhrases,
): string {
  const soon = expiringUsed.map(({ product, daysLeft }) => say.spoils(product, daysLeft));
  const lacks = missing.map(({ item, price, substitute }) => {
    const named = price === null ? item : `${item} (${say.costs(price.amount)})`;
    return substitute === null ? named : `${named}, ${say.willDo(substitute.item)}`;
  });
  const risks = safety.allergens.map(({ person, evidence }) => `${person} – ${evidence}`);
  const parts = [
    score.parts.stock?.why ?? '',
    soon.length > 0 ? say.usesUp(joinedList([...new Set(soon)], say.and)) : '',
    lacks.length > 0 ? say.missing(joinedList(lacks, say.and)) : say.nothingMissing,
    risks.length > 0 ? say.mind(joinedList(risks, say.and)) : '',
  ].filter((part) => part !== '');
  return `${place}. ${title}${minutes === null ? '' : ` (${minutes} min)`}: ${parts.join('; ')}.`;
}
