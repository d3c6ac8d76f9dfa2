export type Node = Readonly<Record<string, unknown>>;

/** Every object below a value, with the way to it. */
export function walk(value: unknown, at: string, visit: (at: string, node: Node) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(at, value as Node);
  for (const [key, inner] of Object.entries(value)) {
    walk(inner, `${at}/${key.replaceAll('/', '~1')}`, visit);
  }
}
