import type { Person } from '#shared/households/person.ts';
import { remembered, rememberedBy } from '#shared/language/remembered.ts';
import { products } from '#shared/products/product.ts';
import { checkDish, checkRecipe } from '#shared/safety/check.ts';
import { checkLot } from '#shared/safety/check-lot.ts';
import { refusalsOf } from '#shared/safety/refusal.ts';
import {
  allergenLines,
  exemptLines,
  type SafetyReport,
  strongestEffect,
  worstVerdict,
} from '#shared/safety/report.ts';
import type { Recipe } from './model/recipe.ts';
import { combineJudgements } from './rank/combine-judgements.ts';
import type { Judge, Judgement, NamedLot } from './rank/judge.ts';
import type { FoodGate } from './rank/show.ts';
import { readingOf, type WrittenRecipe } from './readings/recipe-reading.ts';

export interface Gate extends FoodGate {
  readonly judge: Judge;
}

type Diner = Omit<Person, 'id'> & { readonly id: string };

const MAX_GATES = 30;
const MAX_DINERS = 100;
const MAX_LOTS = 5_000;
const NOTHING: Judgement = {
  effect: 'none',
  verdict: 'none-found',
  allergens: [],
  exempt: [],
  dislikes: [],
  refusals: [],
};
const judgedFor = rememberedBy(
  MAX_DINERS,
  (diner: Diner) => JSON.stringify(diner),
  () => new WeakMap<Recipe, Judgement>(),
);

/**
 * The allergy gate over recipes, and over the lots that would go into them, for these people; a guest
 * is one like any other. What it found is kept as long as the recipe is the same object, so ranking asks it
 * again for nothing; other people or other allergies are another gate.
 */
export const gateFor = rememberedBy(
  MAX_GATES,
  (diners: readonly Diner[]) => JSON.stringify(diners),
  makeGate,
);

function makeGate(diners: readonly Diner[]): Gate {
  if (diners.length === 0) {
    return { judge: () => NOTHING, judgeLot: () => NOTHING, allowed: () => true };
  }
  const judged = new WeakMap<Recipe, Judgement>();
  return {
    judge: (recipe) => {
      const known = judged.get(recipe);
      if (known !== undefined) return known;
      const found = combineJudgements(judgementsOf(recipe, diners));
      judged.set(recipe, found);
      return found;
    },
    judgeLot: rememberedBy(MAX_LOTS, keyOfLot, (lot) =>
      judgementOf(checkLot(wordsOf(lot), diners)),
    ),
    allowed: remembered(MAX_LOTS, (productId: string) => {
      const { pl = productId, en = productId } = products().get(productId) ?? {};
      return checkRecipe([{ pl, en }], [], diners).effect !== 'block';
    }),
  };
}

/** Unlike JSON it is as quick as the look-up: a pantry of thousands is judged for each meal. */
function keyOfLot({ productId, name, printed }: NamedLot): string {
  return `${productId ?? ''}\n${printed === null ? '' : `${printed.length} `}${printed ?? ''}\n${name}`;
}

function wordsOf({ productId, name, printed }: NamedLot) {
  const names = printed === null ? [name] : [printed, name];
  return { names, product: products().get(productId ?? '') };
}

/**
 * Of each diner by themselves, kept beyond one gate: who eats changes from meal to meal, and reading a
 * recipe takes a millisecond.
 */
function judgementsOf(recipe: Recipe, diners: readonly Diner[]): Judgement[] {
  const keyed = diners.map((diner) => ({ diner, judged: judgedFor(diner) }));
  const unread = keyed.filter(({ judged }) => !judged.has(recipe));
  if (unread.length > 0) {
    const report = reportOf(
      recipe,
      unread.map(({ diner }) => diner),
    );
    for (const { diner, judged } of unread) judged.set(recipe, judgementOf(partOf(report, diner)));
  }
  return keyed.map(({ judged }) => judged.get(recipe) ?? NOTHING);
}

function partOf(report: SafetyReport, { id }: Diner): SafetyReport {
  const people = report.people.filter((person) => person.id === id);
  const findings = report.findings.filter(({ person }) => person.id === id);
  return {
    verdict: worstVerdict(people.map(({ verdict }) => verdict)),
    effect: strongestEffect(people.map(({ effect }) => effect)),
    findings,
    exempt: report.exempt.filter(({ person }) => person.id === id),
    people,
  };
}

/** What was found in a recipe for these people. */
export function reportOf(recipe: WrittenRecipe, people: readonly Diner[]): SafetyReport {
  return checkDish(readingOf(recipe), people);
}

function judgementOf(report: Omit<SafetyReport, 'people'>): Judgement {
  const findings = report.findings.filter(({ severity }) => severity !== 'dislike');
  const dislikes = report.findings.filter(({ severity }) => severity === 'dislike');
  return {
    effect: report.effect,
    verdict: report.verdict,
    allergens: allergenLines(findings),
    exempt: exemptLines(report.exempt),
    dislikes: dislikes.map(({ person, evidence }) => ({
      person: person.name,
      evidence: evidence.words,
    })),
    refusals: refusalsOf(report),
  };
}
