import * as z from 'zod/mini';
import { defineAgent } from './agent-entry.ts';
import { ChefData } from './chef-data.ts';
import { ChefState } from './chef-state.ts';

/** What to cook, how and for whom. */
export const chef = defineAgent({
  name: 'chef',
  functionEnv: 'chefFunction',
  data: ChefData,
  state: z.nullable(ChefState),
  tellsRestrictions: true,
  withoutHarmful: (data, harms) => ({
    ...data,
    recipes: data.recipes.filter(({ title }) => !harms(title)),
    recipe: data.recipe !== null && harms(data.recipe) ? null : data.recipe,
  }),
});
