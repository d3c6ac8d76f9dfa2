/** The codes of everything a meal is refused for as things are now (409). */
export const MEAL_CONFLICTS = [
  'nothing-in-stock',
  'past-use-by',
  'recipe-refused',
  'lot-refused',
  'only-refused-lots',
];
