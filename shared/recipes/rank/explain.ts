import type { Language } from '#shared/recipes/model/recipe.ts';
import type { RankedView } from '#shared/recipes/model/recipe-schema.ts';
import { coverNeed } from './cover-need.ts';
import { type RankFacts, seasonOf } from './facts.ts';
import { isWanted } from './index-recipe.ts';
import { urgency } from './parts.ts';
import type { AllPoints, Ranked } from './rank.ts';

type Name = keyof AllPoints;

/** Each part of the score with its points and the reason in words; together they are the total. */
export function explain(ranked: Ranked, facts: RankFacts): RankedView['score']['parts'] {
  const points: AllPoints = { ...ranked.points, ...ranked.gate };
  const reasons = facts.locale === 'pl' ? polish(ranked, facts) : english(ranked, facts);
  const names = Object.keys(points) as Name[];
  return Object.fromEntries(
    names.map((name) => [name, { points: points[name], why: reasons[name] }]),
  );
}

function counted({ indexed }: Ranked) {
  return indexed.needs.filter(isWanted).length;
}

/** Names of what spoils and would be eaten, with the days left. */
function spoiling({ indexed }: Ranked, { stock }: RankFacts): [string, number][] {
  const names = new Map<string, number>();
  for (const need of indexed.needs) {
    coverNeed(need, stock, (lot) => {
      if (urgency(lot.daysLeft) > 0) names.set(lot.name, lot.daysLeft ?? 0);
    });
  }
  return [...names].sort(([, a], [, b]) => a - b).slice(0, 4);
}

function polish(ranked: Ranked, facts: RankFacts): Readonly<Record<Name, string>> {
  const { indexed, missing, judgement } = ranked;
  const all = counted(ranked);
  const soon = spoiling(ranked, facts).map(([name, days]) => `${name} (${inDays(days, 'pl')})`);
  const ago = facts.cookedDaysAgo.get(indexed.recipe.id);
  return {
    stock: `w domu jest ${all - missing.length} z ${all} składników`,
    expiring: soon.length === 0 ? 'nic nie musi iść najpierw' : `ratuje: ${soon.join(', ')}`,
    missing: missing.length === 0 ? 'niczego nie brakuje' : `brakuje: ${namesOf(ranked)}`,
    time: indexed.minutes === null ? 'czas nieznany' : `${indexed.minutes} min`,
    season: seasonWords(ranked, facts, 'w sezonie', 'poza sezonem', 'o każdej porze roku'),
    recent: ago === undefined ? 'dawno nie było' : `gotowane ${ago} dni temu`,
    dish: indexed.dish ? 'pełne danie' : 'dodatek, sos lub napój',
    safety:
      judgement.allergens.map(({ person, evidence }) => `${person}: ${evidence}`).join('; ') ||
      'bez uwag',
    dislikes:
      judgement.dislikes
        .map(({ person, evidence }) => `${person} nie lubi: ${evidence}`)
        .join('; ') || 'bez uwag',
  };
}

function english(ranked: Ranked, facts: RankFacts): Readonly<Record<Name, string>> {
  const { indexed, missing, judgement } = ranked;
  const all = counted(ranked);
  const soon = spoiling(ranked, facts).map(([name, days]) => `${name} (${inDays(days, 'en')})`);
  const ago = facts.cookedDaysAgo.get(indexed.recipe.id);
  return {
    stock: `${all - missing.length} of ${all} ingredients are at home`,
    expiring: soon.length === 0 ? 'nothing has to go first' : `saves ${soon.join(', ')}`,
    missing: missing.length === 0 ? 'nothing is missing' : `missing: ${namesOf(ranked)}`,
    time: indexed.minutes === null ? 'time unknown' : `${indexed.minutes} min`,
    season: seasonWords(ranked, facts, 'in season', 'out of season', 'all year'),
    recent: ago === undefined ? 'not cooked lately' : `cooked ${ago} days ago`,
    dish: indexed.dish ? 'a whole dish' : 'a side, sauce or drink',
    safety:
      judgement.allergens.map(({ person, evidence }) => `${person}: ${evidence}`).join('; ') ||
      'nothing to mark',
    dislikes:
      judgement.dislikes
        .map(({ person, evidence }) => `${person} dislikes ${evidence}`)
        .join('; ') || 'nothing to mark',
  };
}

function namesOf({ missing }: Ranked): string {
  const names = missing.slice(0, 5).map(({ ingredient }) => ingredient.item);
  return names.join(', ') + (missing.length > 5 ? ' …' : '');
}

function seasonWords(
  { indexed }: Ranked,
  { today }: RankFacts,
  inIt: string,
  out: string,
  any: string,
) {
  const { seasons } = indexed.recipe;
  return seasons.length === 0 ? any : seasons.includes(seasonOf(today)) ? inIt : out;
}

/** When something spoils, or how long ago its best-before date was; use-by is never in the past here. */
export function inDays(days: number, locale: Language): string {
  if (locale === 'pl') {
    if (days < 0)
      return days === -1
        ? 'dzień po dacie minimalnej trwałości'
        : `${-days} dni po dacie minimalnej trwałości`;
    return days === 0 ? 'dziś' : days === 1 ? 'jutro' : `za ${days} dni`;
  }
  if (days < 0) return `${-days} ${days === -1 ? 'day' : 'days'} past its best-before date`;
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}
