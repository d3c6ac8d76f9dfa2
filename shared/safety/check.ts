import type { Person, Severity } from '#shared/households/person.ts';
import { remembered } from '#shared/language/remembered.ts';
import { AVOIDED } from './diets.ts';
import { EXEMPT_REASONS } from './exempt.ts';
import { freeTerm } from './free-term.ts';
import { type IngredientNames, type Part, readIngredient, readProse, unknownOf } from './parts.ts';
import {
  type Effect,
  type Evidence,
  type ExemptNote,
  type SafetyFinding,
  type SafetyReport,
  strongestEffect,
  worstVerdict,
} from './report.ts';
import { settledByList } from './settled-by-list.ts';

export type { IngredientNames };

/** What there is to read of one recipe. */
export interface DishTexts {
  readonly title: IngredientNames;
  readonly ingredients: readonly IngredientNames[];
  readonly steps: readonly IngredientNames[];
}

/** Who eats: of a person only what the check needs. */
export type Diner = Pick<Person, 'id' | 'name' | 'diet' | 'allergies' | 'dislikes'>;

/**
 * Checks a recipe for everybody who eats: each ingredient, and every sentence of prose (title, steps,
 * notes) as well. Deterministic; nothing that a text says can switch it off.
 *
 * `checkRecipe([{ pl: 'mleko 2%', en: 'milk' }, '200 g mąki'], [title, ...steps], people)` →
 * `{ verdict, effect, findings: [{ person, code, level, effect, evidence }], exempt, people }`. Verdict is
 * `contains`, `may-contain`, `unknown` (an unknown ingredient, for people with an allergy; any food,
 * for people whose own word for what they avoid nobody knows) or `none-found`. Effect is `block` (an
 * allergy, or a diet surely broken), `warn`, `rank` (a dislike) or
 * `none`. About 0.1 ms per ingredient.
 */
export function checkRecipe(
  ingredients: readonly IngredientNames[],
  texts: readonly IngredientNames[],
  people: readonly Diner[],
): SafetyReport {
  const parts = [...ingredients.flatMap(readIngredient), ...texts.flatMap(readProse)];
  return report(parts, unknownOf(parts, ingredients.length), people);
}

/** A recipe as it was read, whoever eats it. */
export interface DishReading {
  readonly parts: readonly Part[];
  readonly unknown: readonly Evidence[];
}

/** Reads a recipe with its own list of ingredients, which settles what its dish only may have. About 2 ms. */
export function readDish({ title, ingredients, steps }: DishTexts): DishReading {
  const lines = ingredients.flatMap(readIngredient);
  const prose = settledByList(lines, readProse(title), steps.flatMap(readProse));
  const parts = [...lines, ...prose];
  return { parts, unknown: unknownOf(parts, ingredients.length) };
}

/** As `checkRecipe`, of a recipe that has been read. */
export function checkDish({ parts, unknown }: DishReading, people: readonly Diner[]): SafetyReport {
  return report(parts, unknown, people);
}

function report(
  parts: readonly Part[],
  unknown: readonly Evidence[],
  people: readonly Diner[],
): SafetyReport {
  const checked = people.map((diner) => {
    const findings = findingsFor(diner, parts, unknown);
    const counted = findings.filter(({ severity }) => severity !== 'dislike');
    const verdict = worstVerdict(counted.map(({ level }) => level));
    const effect = strongestEffect(findings.map((finding) => finding.effect));
    return { id: diner.id, name: diner.name, verdict, effect, findings };
  });
  return {
    verdict: worstVerdict(checked.map(({ verdict }) => verdict)),
    effect: strongestEffect(checked.map(({ effect }) => effect)),
    findings: checked.flatMap(({ findings }) => findings),
    exempt: people.flatMap((diner) => exemptFor(diner, parts)),
    people: checked.map(({ findings: _, ...person }) => person),
  };
}

function findingsFor(
  diner: Diner,
  parts: readonly Part[],
  unknown: readonly Evidence[],
): SafetyFinding[] {
  const found: SafetyFinding[] = [];
  const person = { id: diner.id, name: diner.name };
  const add = (
    about: SafetyFinding['about'],
    code: string,
    severity: SafetyFinding['severity'],
    level: SafetyFinding['level'],
    evidence: Evidence,
  ) => {
    found.push({
      person,
      code,
      about,
      severity,
      level,
      effect: effectOf(severity, level),
      evidence,
    });
  };

  for (const part of parts) {
    for (const finding of part.reading.findings) {
      const evidence = evidenceOf(part, finding);
      for (const allergy of diner.allergies) {
        if ('code' in allergy && allergy.code === finding.substance) {
          add('allergen', allergy.code, allergy.severity, finding.level, evidence);
        }
      }
      const diet = diner.diet ?? 'omnivore';
      const bearable = diet === 'lactose-free' && part.reading.lactoseFree;
      if (AVOIDED[diet].includes(finding.substance) && !bearable) {
        add('diet', diet, 'diet', finding.level, evidence);
      }
    }
    for (const { term, severity } of termsOf(diner)) {
      for (const hit of termFor(term).hits(part.reading)) {
        // Onions are in most stews: a dislike counts only where the food is named.
        if (severity === 'dislike' && !hit.named) continue;
        add('term', term, severity, hit.level, evidenceOf(part, hit));
      }
    }
  }
  const food = parts.find(isFood);
  for (const { term, severity } of termsOf(diner)) {
    if (food === undefined || severity === 'dislike' || termFor(term).known) continue;
    add('term', term, severity, 'unknown', evidenceOf(food, { start: 0, end: food.text.length }));
  }
  if (diner.allergies.some(({ severity }) => severity === 'allergy')) {
    for (const evidence of unknown) add('unknown-food', '*', 'allergy', 'unknown', evidence);
  }
  return found;
}

/** What is made from something they are allergic to and is no allergen by law. */
function exemptFor({ id, name, allergies }: Diner, parts: readonly Part[]): ExemptNote[] {
  return parts.flatMap((part) =>
    part.reading.exempt.flatMap((place) =>
      allergies.flatMap((allergy) =>
        'code' in allergy && allergy.code === place.substance
          ? [
              {
                person: { id, name },
                code: allergy.code,
                reason: place.reason,
                text: EXEMPT_REASONS[place.reason],
                evidence: evidenceOf(part, place),
              },
            ]
          : [],
      ),
    ),
  );
}

/** Whether a part speaks of food at all: a reply without any is nothing to warn about. */
function isFood({ ingredient, reading }: Part): boolean {
  return ingredient !== null || reading.named.length > 0;
}

function evidenceOf(
  { text, ingredient }: Part,
  { start, end }: { start: number; end: number },
): Evidence {
  return { words: text.slice(start, end), text, start, end, ingredient };
}

function termsOf(diner: Diner): { term: string; severity: Severity }[] {
  return [
    ...diner.allergies.flatMap((allergy) => ('term' in allergy ? [allergy] : [])),
    ...diner.dislikes.map((term) => ({ term, severity: 'dislike' as const })),
  ];
}

/** Traces of an allergen block as it does; a diet is broken only by what is surely there. */
function effectOf(severity: SafetyFinding['severity'], level: SafetyFinding['level']): Effect {
  if (severity === 'dislike') return 'rank';
  if (severity === 'intolerance' || level === 'unknown') return 'warn';
  return severity === 'diet' && level === 'may-contain' ? 'warn' : 'block';
}

/** Terms are few and the same for every recipe that is ranked. */
const termFor = remembered(500, freeTerm);
