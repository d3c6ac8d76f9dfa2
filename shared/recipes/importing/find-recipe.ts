import { isNode, type Node } from './node.ts';

const MAX_NODES = 5_000;
const DEEPEST = 12;
/** Where a page hides its recipe. */
const INSIDE = [
  '@graph',
  'mainEntity',
  'mainEntityOfPage',
  'itemListElement',
  'item',
  'about',
  'hasPart',
];
/** What makes a recipe whole, by the names that sites give it. */
const PARTS = [
  ['name', 'headline', 'title'],
  ['recipeIngredient', 'ingredients', 'ingredient', 'recipeIngredients'],
  ['recipeInstructions', 'instructions', 'recipeInstruction'],
];

/**
 * The fullest node of type Recipe, of equals the first: alone, in an array, in a `@graph`, as a page's
 * main entity. What it refers to by `@id` is put in its place.
 */
export function findRecipe(value: unknown): Node | undefined {
  const { recipes, byId } = nodesIn(value);
  const fullest = recipes
    .map((recipe) => ({ recipe, parts: partsOf(recipe) }))
    .reduce<{ recipe: Node; parts: number } | undefined>(
      (best, one) => (best === undefined || one.parts > best.parts ? one : best),
      undefined,
    );
  return fullest && resolved(fullest.recipe, byId);
}

/** The first value that a node has under one of these names. */
export function wholePart(node: Node, part: 'name' | 'ingredients' | 'instructions'): unknown {
  const names = PARTS[{ name: 0, ingredients: 1, instructions: 2 }[part]] ?? [];
  return names.map((name) => node[name]).find((value) => !isEmpty(value));
}

function nodesIn(value: unknown) {
  const recipes: Node[] = [];
  const byId = new Map<string, Node>();
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let seen = 0; seen < MAX_NODES && seen < waiting.length; seen += 1) {
    const { value: inner, depth } = waiting[seen] ?? { value: undefined, depth: 0 };
    const add = (values: readonly unknown[]) => {
      if (depth >= DEEPEST) return;
      const room = Math.max(0, MAX_NODES - waiting.length);
      waiting.push(...values.slice(0, room).map((one) => ({ value: one, depth: depth + 1 })));
    };
    if (Array.isArray(inner)) add(inner);
    else if (isNode(inner)) {
      if (typeof inner['@id'] === 'string' && !byId.has(inner['@id']))
        byId.set(inner['@id'], inner);
      if (isRecipe(inner)) recipes.push(inner);
      const graph = inner['@graph'];
      // Some sites number the nodes of their graph.
      add([...INSIDE.map((key) => inner[key]), ...(isNode(graph) ? Object.values(graph) : [])]);
    }
  }
  return { recipes, byId };
}

function isRecipe(node: Node): boolean {
  const types = [node['@type'] ?? node.type].flat();
  return types.some((type) => typeof type === 'string' && /(?:^|[/#:])Recipe$/.test(type.trim()));
}

function partsOf(node: Node): number {
  return PARTS.filter((names) => names.some((name) => !isEmpty(node[name]))).length;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isEmpty);
  return value === undefined || value === null || value === '';
}

/** Only what stands in the recipe itself may be a reference: its steps and its author. */
function resolved(recipe: Node, byId: ReadonlyMap<string, Node>): Node {
  return Object.fromEntries(
    Object.entries(recipe).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((one) => referred(one, byId)) : referred(value, byId),
    ]),
  );
}

function referred(value: unknown, byId: ReadonlyMap<string, Node>): unknown {
  if (!isNode(value) || typeof value['@id'] !== 'string' || Object.keys(value).length > 1)
    return value;
  return byId.get(value['@id']) ?? value;
}
