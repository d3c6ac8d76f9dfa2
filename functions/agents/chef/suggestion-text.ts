import type { Criteria } from '#shared/cooking-requests/criteria.ts';
import { joinedList } from '#shared/language/joined-list.ts';
import type { RankedView } from '#shared/recipes/model/recipe-schema.ts';
import type { DroppedCriterion } from './choose.ts';

/** How one language says what the chef heard and what it offers; a list comes joined by `and`. */
export interface SuggestionPhrases {
  readonly and: string;
  have(foods: string): string;
  without(foods: string): string;
  within(minutes: number): string;
  forPeople(people: number): string;
  diet(diet: string): string;
  readonly useExpiring: string;
  readonly dropped: Readonly<Record<DroppedCriterion, string>>;
  searchedWithout(criteria: string): string;
  /** @param heard what was understood, in brackets, or empty */
  suggest(heard: string): string;
  spoils(product: string, daysLeft: number): string;
  /** @param zloty a decimal with a point */
  costs(zloty: string): string;
  willDo(substitute: string): string;
  inPlaceOf(product: string, item: string): string;
  usesUp(foods: string): string;
  missing(foods: string): string;
  readonly nothingMissing: string;
  mind(allergens: string): string;
}

/** What was understood of the criteria, and which part of it nothing met. */
export function introText(
  criteria: Criteria,
  dropped: readonly DroppedCriterion[],
  phrases: SuggestionPhrases,
): string {
  const names = (things: Criteria['have']) =>
    joinedList(
      things.map(({ name }) => name),
      phrases.and,
    );
  const understood = [
    criteria.have.length > 0 && phrases.have(names(criteria.have)),
    criteria.without.length > 0 && phrases.without(names(criteria.without)),
    criteria.minutes !== null && phrases.within(criteria.minutes),
    criteria.people !== null && phrases.forPeople(criteria.people),
    criteria.diet !== null && phrases.diet(criteria.diet),
    criteria.useExpiring && phrases.useExpiring,
  ].filter((part) => part !== false);
  const gone = dropped.map((one) => phrases.dropped[one]);
  const without =
    gone.length > 0 ? ` ${phrases.searchedWithout(joinedList(gone, phrases.and))}` : '';
  return `${phrases.suggest(understood.length > 0 ? ` (${understood.join('; ')})` : '')}${without}`;
}

/** One recipe of an offer, in a line. */
export function offerText(
  place: number,
  { title, minutes, missing, uses, expiringUsed, score, safety }: RankedView,
  phrases: SuggestionPhrases,
): string {
  const soon = expiringUsed.map(({ product, daysLeft }) => phrases.spoils(product, daysLeft));
  const lacks = missing.map(({ item, price, substitute }) => {
    const named = price === null ? item : `${item} (${phrases.costs(price.amount)})`;
    return substitute === null ? named : `${named}, ${phrases.willDo(substitute.item)}`;
  });
  const standIns = uses.flatMap(({ product, standsInFor }) =>
    standsInFor.map(({ item }) => phrases.inPlaceOf(product, item)),
  );
  const risks = safety.allergens.map(({ person, evidence }) => `${person} – ${evidence}`);
  const parts = [
    score.parts.stock?.why ?? '',
    soon.length > 0 ? phrases.usesUp(joinedList([...new Set(soon)], phrases.and)) : '',
    ...standIns,
    lacks.length > 0 ? phrases.missing(joinedList(lacks, phrases.and)) : phrases.nothingMissing,
    risks.length > 0 ? phrases.mind(joinedList(risks, phrases.and)) : '',
  ].filter((part) => part !== '');
  return `${place}. ${title}${minutes === null ? '' : ` (${minutes} min)`}: ${parts.join('; ')}.`;
}
