import * as z from 'zod/mini';

/** Of a shipped recipe (`pl-rosol`) or of one of the household's (a UUID). */
export const RecipeId = z
  .string()
  .check(
    z.regex(
      /^(?:(?:pl|en)-[a-z0-9-]{2,80}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/,
    ),
  );
