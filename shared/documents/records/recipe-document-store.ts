import type { ClientBase } from 'pg';

export interface RecipeDocument {
  readonly recipeId: string;
  readonly title: string;
  readonly language: 'pl' | 'en';
  readonly characters: number;
}

/** Adds the document of a recipe, or changes it. @returns its id */
export async function putRecipeDocument(
  client: ClientBase,
  householdId: string,
  { recipeId, title, language, characters }: RecipeDocument,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into documents (household_id, recipe_id, title, format, language, characters)
     values ($1, $2, $3, 'text', $4, $5)
     on conflict (recipe_id) do update
       set title = excluded.title, language = excluded.language, characters = excluded.characters
     returning id`,
    [householdId, recipeId, title, language, characters],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The document was not inserted');
  return row.id;
}

/** Undefined for a recipe that was saved before recipes were documents, and not changed since. */
export async function documentOfRecipe(
  client: ClientBase,
  recipeId: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    'select id from documents where recipe_id = $1',
    [recipeId],
  );
  return rows[0]?.id;
}
