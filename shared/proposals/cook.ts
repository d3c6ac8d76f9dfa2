import { rememberedDiners } from '#shared/households/diners.ts';
import { allPeople } from '#shared/households/person-store.ts';
import { cookIn } from '#shared/recipes/cook-in.ts';
import type { WrittenRecipe } from '#shared/recipes/readings/recipe-reading.ts';
import { defineProposal } from './proposal-kind.ts';
import { type CookPayload, cookSchema } from './schemas/cook.ts';

export const cookKind = defineProposal(cookSchema, {
  show: ({ recipeId, servings, ingredients }) => ({ recipeId, servings, takes: ingredients }),
  summary({ title, servings }, locale) {
    if (locale === 'pl') {
      const portions = servings === null ? '' : ` (porcje: ${servings})`;
      return `Zapisać, że gotujesz „${title}”${portions}? Po potwierdzeniu zdejmę składniki ze spiżarni, zaczynając od tych, które kończą się najwcześniej.`;
    }
    const portions = servings === null ? '' : ` for ${servings}`;
    return `Shall I note that you cook “${title}”${portions}? Once you confirm, I take the ingredients from the pantry, what ends first first.`;
  },
  done: ({ title }, locale) =>
    locale === 'pl'
      ? `Zapisane: gotujesz „${title}”, a składniki zdjęte są ze spiżarni. Napisz „cofnij”, jeśli jednak nie.`
      : `Noted: you are cooking “${title}”, and its ingredients are taken from the pantry. Say “undo” to take that back.`,
  dish: writtenOf,
  undoable: true,
  async apply(payload, { client, household, locale }) {
    const diners = rememberedDiners(await allPeople(client), payload.who, locale);
    const meal = { diners, written: writtenOf(payload) };
    return await cookIn(client, household.householdId, cookedOf(payload), meal);
  },
});

function cookedOf({ recipeId, title, servings, ingredients }: CookPayload) {
  const lines = ingredients.map(({ product, ...line }) => {
    return { ...line, productId: product?.id ?? null };
  });
  return { id: recipeId, title, servings, ingredients: lines };
}

/** Proposals of earlier versions hold their scaled lines only. */
function writtenOf({ title, language, written, ingredients }: CookPayload): WrittenRecipe {
  const lines = written?.lines ?? ingredients.map(({ text }) => text);
  const steps = written?.steps ?? [];
  return { title, language, ingredients: lines.map((text) => ({ text })), steps };
}
