import { UserError } from '#shared/errors/user-error.ts';
import type { Refusal } from '#shared/safety/refusal.ts';
import { refusalText } from '#shared/safety/refusal-text.ts';
import type { RefusedLot } from './rank/split-lots.ts';

type NamedLot = RefusedLot<{ readonly product_name: string }>;

/** 409: the recipe itself would harm somebody who eats. */
export function recipeRefused(title: string, refusals: readonly Refusal[]): UserError {
  const { pl, en } = refusalText(refusals);
  return new UserError('conflict', 'recipe-refused', {
    pl: `„${title}” nie jest dla wszystkich, którzy będą jedli: ${pl}. Podaj w „people”, kto je, albo wybierz inny przepis.`,
    en: `“${title}” is not for everybody who eats: ${en}. Say in “people” who eats, or choose another recipe.`,
  });
}

/** 409: a lot that was chosen must not be eaten by somebody who eats. */
export function chosenLotRefused(lots: readonly NamedLot[]): UserError {
  const { pl, en } = lotsText(lots);
  return new UserError('conflict', 'lot-refused', {
    pl: `Tego nie może zjeść ktoś z jedzących: ${pl}.`,
    en: `Somebody who eats must not have this: ${en}.`,
  });
}

/** 409: all that the pantry has of the recipe is for somebody else. */
export function onlyRefusedLots(lots: readonly NamedLot[]): UserError {
  const { pl, en } = lotsText(lots);
  return new UserError('conflict', 'only-refused-lots', {
    pl: `Wszystkiego, co jest w spiżarni z tego przepisu, nie może zjeść ktoś z jedzących: ${pl}.`,
    en: `Somebody who eats must not have any of what the pantry has of this recipe: ${en}.`,
  });
}

/** 422: a lot that was chosen is of no ingredient, or nothing of it may be taken. */
export function chosenLotNotTaken(names: readonly string[]): UserError {
  const list = names.join(', ');
  return new UserError('unprocessable', 'lot-not-needed', {
    pl: `Do tego przepisu nie można wziąć: ${list}.`,
    en: `This recipe cannot take: ${list}.`,
  });
}

function lotsText(lots: readonly NamedLot[]) {
  const texts = lots.map(({ lot, refusals }) => ({ lot, text: refusalText(refusals) }));
  return {
    pl: texts.map(({ lot, text }) => `${lot.product_name}: ${text.pl}`).join('; '),
    en: texts.map(({ lot, text }) => `${lot.product_name}: ${text.en}`).join('; '),
  };
}
