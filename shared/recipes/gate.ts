import type { Person } from '#shared/households/person.ts';
import { products } from '#shared/products/product.ts';
import { checkRecipe } from '#shared/safety/check.ts';
import { type SafetyReport, safetyView } from '#shared/safety/report.ts';
import type { Recipe } from './model/recipe.ts';
import type { Judge, Judgement } from './rank/judge.ts';
import type { Allowed } from './rank/show.ts';

export interface Gate {
  readonly judge: Judge;
  readonly allowed: Allowed;
}

type Diner = Omit<Person, 'id'> & { readonly id: string };

const MAX_GATES = 30;
const NOTHING: Judgement = { effect: 'none', verdict: 'none-found', allergens: [], dislikes: [] };
const gates = new Map<string, Gate>();

/**
 * The allergy gate over recipes for these people. What it found is kept as long as the recipe is the
 * same object, so ranking asks it again for nothing; other people or other allergies are another gate.
 */
export function gateFor(people: readonly Diner[]): Gate {
  if (people.length === 0) return { judge: () => NOTHING, allowed: () => true };
  const key = JSON.stringify(people);
  const known = gates.get(key);
  if (known !== undefined) return known;
  if (gates.size >= MAX_GATES) gates.clear();
  const made = makeGate(people);
  gates.set(key, made);
  return made;
}

function makeGate(people: readonly Diner[]): Gate {
  const judged = new WeakMap<Recipe, Judgement>();
  const allowed = new Map<string, boolean>();
  return {
    judge: (recipe) => {
      const known = judged.get(recipe);
      if (known !== undefined) return known;
      const found = judgementOf(reportOf(recipe, people));
      judged.set(recipe, found);
      return found;
    },
    allowed: (productId) => {
      const known = allowed.get(productId);
      if (known !== undefined) return known;
      const { pl = productId, en = productId } = products().get(productId) ?? {};
      const { effect } = checkRecipe([{ pl, en }], [], people);
      allowed.set(productId, effect !== 'block');
      return effect !== 'block';
    },
  };
}

/** Everything of a recipe that is read: its lines, and its title and steps as prose. */
export function reportOf(recipe: Recipe, people: readonly Diner[]): SafetyReport {
  const lines = recipe.ingredients.map(({ text }) => ({ [recipe.language]: text }));
  const prose = [recipe.title, ...recipe.steps].map((text) => ({ [recipe.language]: text }));
  return checkRecipe(lines, prose, people);
}

function judgementOf(report: SafetyReport): Judgement {
  const findings = report.findings.filter(({ severity }) => severity !== 'dislike');
  const dislikes = report.findings.filter(({ severity }) => severity === 'dislike');
  return {
    effect: report.effect,
    verdict: report.verdict,
    allergens: safetyView({ ...report, findings }).allergens,
    dislikes: dislikes.map(({ person, evidence }) => ({
      person: person.name,
      evidence: evidence.words,
    })),
  };
}
