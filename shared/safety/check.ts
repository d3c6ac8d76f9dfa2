import type { Person, Severity } from '#shared/households/person.ts';
import { remembered } from '#shared/language/remembered.ts';
import { AVOIDED } from './diets.ts';
import { type DishReading, type TextReading, textReading } from './dish-reading.ts';
import { EXEMPT_REASONS } from './exempt.ts';
import { freeTerm } from './free-term.ts';
import { type IngredientNames, readIngredient, readProse, unknownOf } from './parts.ts';
import {
  type Effect,
  type Evidence,
  type ExemptNote,
  type SafetyFinding,
  type SafetyReport,
  strongestEffect,
  worstVerdict,
} from './report.ts';

export type { IngredientNames };

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
  if (people.length === 0) return report([], [], people); // nobody to find anything for
  const parts = [...ingredients.flatMap(readIngredient), ...texts.flatMap(readProse)];
  return report(parts.map(textReading), unknownOf(parts, ingredients.length), people);
}

/** As `checkRecipe`, of a recipe that has been read. */
export function checkDish({ texts, unknown }: DishReading, people: readonly Diner[]): SafetyReport {
  return report(texts, unknown, people);
}

function report(
  texts: readonly TextReading[],
  unknown: readonly Evidence[],
  people: readonly Diner[],
): SafetyReport {
  const checked = people.map((diner) => {
    const findings = findingsFor(diner, texts, unknown);
    const counted = findings.filter(({ severity }) => severity !== 'dislike');
    const verdict = worstVerdict(counted.map(({ level }) => level));
    const effect = strongestEffect(findings.map((finding) => finding.effect));
    return { id: diner.id, name: diner.name, verdict, effect, findings };
  });
  return {
    verdict: worstVerdict(checked.map(({ verdict }) => verdict)),
    effect: strongestEffect(checked.map(({ effect }) => effect)),
    findings: checked.flatMap(({ findings }) => findings),
    exempt: people.flatMap((diner) => exemptFor(diner, texts)),
    people: checked.map(({ findings: _, ...person }) => person),
  };
}

function findingsFor(
  diner: Diner,
  texts: readonly TextReading[],
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

  for (const text of texts) {
    for (const finding of text.findings) {
      const evidence = evidenceOf(text, finding);
      for (const allergy of diner.allergies) {
        if ('code' in allergy && allergy.code === finding.substance) {
          add('allergen', allergy.code, allergy.severity, finding.level, evidence);
        }
      }
      const diet = diner.diet ?? 'omnivore';
      const bearable = diet === 'lactose-free' && text.lactoseFree;
      if (AVOIDED[diet].includes(finding.substance) && !bearable) {
        add('diet', diet, 'diet', finding.level, evidence);
      }
    }
    for (const { term, severity } of termsOf(diner)) {
      const { mayHit, hits } = termFor(term);
      if (!mayHit(text)) continue;
      for (const hit of hits(text.whole())) {
        // Onions are in most stews: a dislike counts only where the food is named.
        if (severity === 'dislike' && !hit.named) continue;
        add('term', term, severity, hit.level, evidenceOf(text, hit));
      }
    }
  }
  const food = texts.find(isFood);
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
function exemptFor({ id, name, allergies }: Diner, texts: readonly TextReading[]): ExemptNote[] {
  return texts.flatMap((text) =>
    text.exempt.flatMap((place) =>
      allergies.flatMap((allergy) =>
        'code' in allergy && allergy.code === place.substance
          ? [
              {
                person: { id, name },
                code: allergy.code,
                reason: place.reason,
                text: EXEMPT_REASONS[place.reason],
                evidence: evidenceOf(text, place),
              },
            ]
          : [],
      ),
    ),
  );
}

/** Whether a text speaks of food at all: a reply without any is nothing to warn about. */
function isFood({ ingredient, whole }: TextReading): boolean {
  return ingredient !== null || whole().named.length > 0;
}

function evidenceOf(
  { text, ingredient }: Pick<TextReading, 'text' | 'ingredient'>,
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
