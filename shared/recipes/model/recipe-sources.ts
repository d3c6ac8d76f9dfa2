import * as z from 'zod/mini';

/** A page to read a recipe from; `https://` may be left out. */
export const ImportRequest = z.strictObject({
  url: z.string().check(z.minLength(1), z.maxLength(2000)),
});

/** The source of a page, for sites that refuse to be read by others. */
export const PastedPage = z.strictObject({
  html: z.string().check(z.minLength(1), z.maxLength(2_000_000)),
  url: z.optional(z.string().check(z.regex(/^https?:\/\/\S+$/), z.maxLength(2000))),
});

/** A recipe as anybody writes one: a title, ingredients, steps. */
export const PastedText = z.strictObject({
  text: z.string().check(z.minLength(1), z.maxLength(100_000)),
});

/** What says of itself that it is described as on schema.org. */
export const SchemaOrgRecipe = z.looseObject({ '@context': z.unknown() });
