import type { ClientBase } from 'pg';
import { enqueue } from '#shared/database/outbox.ts';
import { TextBudget, TextBuilder } from '#shared/extraction/text-builder.ts';
import { makeChunks } from './chunks/make-chunks.ts';
import { replaceChunks } from './records/chunk-store.ts';
import { documentOfRecipe, putRecipeDocument } from './records/recipe-document-store.ts';

/** What is searched of a recipe. */
interface RecipeText {
  readonly id: string;
  readonly title: string;
  readonly language: 'pl' | 'en';
  readonly ingredients: readonly string[];
  readonly steps: readonly string[];
}

const HEADINGS = {
  pl: { ingredients: 'Składniki', steps: 'Przygotowanie' },
  en: { ingredients: 'Ingredients', steps: 'Method' },
} as const;

/** Saves the passages of an own recipe in the transaction that saves the recipe, and has them indexed. */
export async function saveRecipePassages(
  client: ClientBase,
  householdId: string,
  recipe: RecipeText,
): Promise<void> {
  const { id: recipeId, title, language } = recipe;
  const page = pageOf(recipe);
  const document = { recipeId, title, language, characters: page.text.length };
  const documentId = await putRecipeDocument(client, householdId, document);
  const { chunks } = makeChunks(documentId, { pages: [page], isPaged: false });
  // The recipe says its language; a list of ingredients alone would not tell.
  await replaceChunks(
    client,
    documentId,
    chunks.map((chunk) => ({ ...chunk, language })),
  );
  await enqueue(client, 'document.indexed', { documentId, householdId });
}

/** Has the index forget a recipe, whose passages are deleted with it in the same transaction. */
export async function forgetRecipePassages(
  client: ClientBase,
  householdId: string,
  recipeId: string,
): Promise<void> {
  const documentId = await documentOfRecipe(client, recipeId);
  if (documentId === undefined) return;
  await enqueue(client, 'document.deleted', { documentId, householdId });
}

function pageOf({ title, language, ingredients, steps }: RecipeText) {
  const text = new TextBuilder(new TextBudget());
  text.add({ kind: 'heading', level: 1 }, title);
  text.add({ kind: 'heading', level: 2 }, HEADINGS[language].ingredients);
  for (const ingredient of ingredients) text.add({ kind: 'list' }, ingredient);
  text.add({ kind: 'heading', level: 2 }, HEADINGS[language].steps);
  for (const step of steps) text.add({ kind: 'paragraph' }, step);
  return text.page();
}
