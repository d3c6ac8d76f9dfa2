import * as recipes from '#shared/recipes/model/recipe-schema.ts';
import * as sources from '#shared/recipes/model/recipe-sources.ts';

/** Of recipes, by the names that the document gives them. */
export const RECIPE_SCHEMAS = {
  Recipe: recipes.RecipeView,
  RecipeSection: recipes.SectionView,
  Ingredient: recipes.IngredientView,
  RecipeQuantity: recipes.RecipeQuantity,
  Nutrition: recipes.Nutrition,
  Safety: recipes.SafetyView,
  Verdict: recipes.Verdict,
  Meal: recipes.Meal,
  Season: recipes.Season,
  Equipment: recipes.Equipment,
  SchemaOrgRecipe: sources.SchemaOrgRecipe,
  NewRecipe: recipes.NewRecipe,
  RecipeChange: recipes.RecipeChange,
  PastedRecipePage: sources.PastedPage,
  PastedRecipeText: sources.PastedText,
  RecipeImport: sources.ImportRequest,
  RankedRecipe: recipes.RankedView,
  RefusedRecipe: recipes.RefusedRecipe,
  StandIn: recipes.StandIn,
  AvoidedLot: recipes.AvoidedLot,
  Cooking: recipes.Cooking,
  Cooked: recipes.Cooked,
} as const;
