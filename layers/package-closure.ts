import * as z from 'zod/mini';

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.optional(z.string()),
      dependencies: z.optional(z.record(z.string(), z.string())),
      optionalDependencies: z.optional(z.record(z.string(), z.string())),
    }),
  ),
});

/**
 * Folders below `node_modules` that the given packages need, by the lockfile, optional ones included
 * (`node_modules/pdf-to-img/node_modules/pdfjs-dist` beside `node_modules/pdfjs-dist`), with versions.
 * @param lockfile content of package-lock.json, version 3.
 */
export function packageClosure(
  lockfile: unknown,
  names: readonly string[],
): ReadonlyMap<string, string> {
  const { packages } = Lockfile.parse(lockfile);
  const found = new Map<string, string>();
  const visit = (name: string, from: string, optional: boolean): void => {
    const folder = resolveFolder(packages, name, from);
    if (!folder) {
      if (optional) return;
      throw new Error(`${name}, needed by ${from || 'the layer'}, is not in the lockfile`);
    }
    if (found.has(folder)) return;
    const entry = packages[folder];
    found.set(folder, entry?.version ?? '');
    for (const next of Object.keys(entry?.dependencies ?? {})) visit(next, folder, false);
    for (const next of Object.keys(entry?.optionalDependencies ?? {})) visit(next, folder, true);
  };
  for (const name of names) visit(name, '', false);
  return found;
}

/** Node's own search: the nearest `node_modules` upwards. */
function resolveFolder(packages: object, name: string, from: string): string | undefined {
  let at = from;
  for (;;) {
    const candidate = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (candidate in packages) return candidate;
    if (at === '') return undefined;
    at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
  }
}
