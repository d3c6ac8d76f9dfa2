import type * as z from 'zod/mini';
import type { Person } from '#shared/households/person.ts';
import type { Notice } from '#shared/notices/notice.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { RankedView, SafetyView } from '#shared/recipes/model/recipe-schema.ts';
import { checkRecipe } from '#shared/safety/check.ts';
import { guard } from '#shared/safety/gate.ts';
import { refusalsOf } from '#shared/safety/refusal.ts';
import type { SafetyReport } from '#shared/safety/report.ts';
import type { Turn } from './chef-turn.ts';
import { phrasesOf } from './phrases.ts';

type Safety = z.infer<typeof SafetyView>;

export interface GatedTurn {
  /** The turn without what must not be offered. */
  readonly shown: Turn;
  readonly text: string;
  /** What was left out, for whom and why. */
  readonly notes: readonly Notice[];
}

/**
 * The gate over everything that is said. A text with something that somebody must not eat gives way to
 * the same answer in words of ours; of that, every offer stays that is harmless by itself, without its
 * remarks where only those are not; a recipe that is not is refused. Each refusal names its reason.
 */
export async function gatedTurn(
  text: string,
  turn: Turn,
  people: readonly Person[],
  locale: Language,
): Promise<GatedTurn> {
  const lines = (turn.recipe?.ingredients ?? []).map((line) => ({ [locale]: line.text }));
  const check = (said: string) => checkRecipe(lines, [{ [locale]: said }], people);
  const result = await guard<GatedTurn>({ shown: turn, text, notes: [] }, people, {
    mentionedFood: (answer) => ({ ingredients: lines, texts: [{ [locale]: answer.text }] }),
    retry: async () =>
      text === turn.text ? undefined : { shown: turn, text: turn.text, notes: [] },
    fallback: async () =>
      turn.recipes.length === 0 ? undefined : harmlessOffers(turn, check, locale),
  });
  if (result.kind === 'answer') return result.answer;
  const shown = { ...turn, recipes: [], recipe: null, proposals: [] };
  return { shown, text: '', notes: [withheld(check(turn.text), null)] };
}

function harmlessOffers(
  turn: Turn,
  check: (said: string) => SafetyReport,
  locale: Language,
): GatedTurn {
  const phrases = phrasesOf(locale);
  const kept: RankedView[] = [];
  const notes: Notice[] = [];
  const offers: string[] = [];
  for (const recipe of turn.recipes) {
    const whole = phrases.offer(kept.length + 1, recipe);
    const remark = check(whole);
    const title = check(recipe.title);
    if (title.effect === 'block') {
      notes.push(withheld(title, recipe.title));
      continue;
    }
    kept.push(recipe);
    if (remark.effect !== 'block') {
      offers.push(whole);
      continue;
    }
    offers.push(`${kept.length}. ${recipe.title}.`);
    notes.push(withheld(remark, recipe.title, true));
  }
  const offered = kept.map(({ id }) => id);
  const shown = { ...turn, recipes: kept, state: turn.state && { ...turn.state, offered } };
  const text = kept.length === 0 ? '' : [...offers, phrases.closing].join('\n');
  return { shown, text, notes };
}

function withheld(report: SafetyReport, title: string | null, remark = false): Notice {
  const refusals = refusalsOf(report).map(({ person, allergens, evidence }) => {
    return { person, allergens: [...allergens], evidence: [...evidence] };
  });
  return { about: 'withheld', title, remark, refusals };
}

/** What is known of the recipe that is shown, or of all that are offered together. */
export function safetyOf({ recipe, recipes }: Pick<Turn, 'recipe' | 'recipes'>): Safety | null {
  if (recipe !== null) return recipe.safety;
  if (recipes.length === 0) return null;
  const verdicts = recipes.map(({ safety }) => safety.verdict);
  const worst = (['contains', 'may-contain', 'unknown'] as const).find((one) =>
    verdicts.includes(one),
  );
  return {
    verdict: worst ?? 'none-found',
    allergens: recipes.flatMap(({ safety }) => safety.allergens),
  };
}
