/** A program beside a module: TypeScript beside the sources, `.cjs` beside a bundle. @param name without ending */
export function programUrl(moduleUrl: string, name: string): URL {
  return new URL(`./${name}.${moduleUrl.endsWith('.ts') ? 'ts' : 'cjs'}`, moduleUrl);
}
