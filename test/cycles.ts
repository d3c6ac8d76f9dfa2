/** Arrows from each node to others; nodes that only arrows name have none of their own. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The groups of nodes that all lead to one another (Tarjan's strongly connected components). */
export function cycles(graph: Graph): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    lowest.set(node, index.size - 1);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) {
        lowest.set(node, Math.min(lowest.get(node) ?? 0, lowest.get(next) ?? 0));
      }
    }
    if (lowest.get(node) !== index.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1 || graph.get(node)?.has(node)) found.push(group.sort());
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

/** The graph of what the pairs lead from and to, every name first made coarser (`folderOf`). */
export function graphOf(
  pairs: Iterable<readonly [from: string, to: string]>,
  nameOf: (path: string) => string,
): Graph {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of pairs) {
    const [a, b] = [nameOf(from), nameOf(to)];
    const arrows = graph.get(a) ?? new Set();
    graph.set(a, arrows);
    // A folder may hold itself together; a file may not import itself.
    if (a !== b || from === to) arrows.add(b);
  }
  return graph;
}
