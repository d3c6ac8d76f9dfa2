/** A JSON object of unknown content. */
export type Node = Readonly<Record<string, unknown>>;

const MAX_NODES = 5_000;
const DEEPEST = 12;
/** Where a page hides its recipe. */
const INSIDE = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item', 'about'];

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first node of type Recipe: alone, in an array, in a `@graph`, as a page's main entity. */
export function findRecipe(value: unknown): Node | undefined {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let seen = 0; seen < MAX_NODES; seen += 1) {
    const next = waiting.shift();
    if (next === undefined) return undefined;
    const { value: inner, depth } = next;
    if (Array.isArray(inner)) {
      if (depth < DEEPEST) {
        waiting.push(...inner.slice(0, MAX_NODES).map((one) => ({ value: one, depth: depth + 1 })));
      }
    } else if (isNode(inner)) {
      if (isRecipe(inner)) return inner;
      if (depth < DEEPEST) {
        waiting.push(...INSIDE.map((key) => ({ value: inner[key], depth: depth + 1 })));
      }
    }
  }
  return undefined;
}

function isRecipe(node: Node): boolean {
  const types = [node['@type'] ?? node.type].flat();
  return types.some((type) => typeof type === 'string' && /(?:^|[/#:])Recipe$/.test(type));
}
