import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { placeBeside } from './beside-bundle.ts';
import { findFunctions, findPrograms } from './find-functions.ts';
import { carries, EXTERNAL_PACKAGES, layeredPackage } from './layer-packages.ts';
import { withoutSources } from './without-sources.ts';

export interface BuiltFunction {
  /** `api/pantry` */
  readonly path: string;
  /** Size of the minified bundle, without its source map. */
  readonly bytes: number;
}

/**
 * Bundles every function in one esbuild call to `<out>/functions/<kind>/<name>/index.cjs`, and the
 * programs it starts to files of their own name beside it.
 *
 * CommonJS, because Lambda finds packages of a layer through NODE_PATH, which only `require` honours;
 * for the same reason `import()` of such a package becomes `require`.
 * @throws when a bundle imports a layered package its function does not carry.
 */
export async function buildFunctions(root: string, out: string): Promise<BuiltFunction[]> {
  const paths = findFunctions(root);
  const target = join(out, 'functions');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: paths.flatMap((path) => [
      { in: join('functions', path, 'handler.ts'), out: join(path, 'index') },
      ...findPrograms(root, path).map((name) => ({
        in: join('functions', path, `${name}.ts`),
        out: join(path, name),
      })),
    ]),
    outdir: target,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    minify: true,
    // Polish letters as they are; escaped they take three times as much.
    charset: 'utf8',
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    // `pg-native` is optional and never installed; `pg` asks for it inside a try.
    external: [...EXTERNAL_PACKAGES, 'pg-native'],
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__bundleUrl', 'import.meta.dirname': '__dirname' },
    banner: { js: "const __bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
    plugins: [withoutSources],
    logLevel: 'error',
  });
  const made = new Map<string, string>();
  for (const path of paths) {
    const modules = outputsOf(path, metafile).flatMap(({ inputs }) => Object.keys(inputs));
    placeBeside(root, new Set(modules), join(target, path), made);
  }
  return paths.map((path) => described(path, metafile));
}

type Output = Metafile['outputs'][string];

/** What was made of a function: its handler first, then its programs. */
function outputsOf(path: string, { outputs }: Metafile): [Output, ...Output[]] {
  const folder = `functions/${path}/`;
  const bundles = Object.entries(outputs).filter(
    ([file]) => file.includes(folder) && file.endsWith('.cjs'),
  );
  const handler = bundles.find(([file]) => file.endsWith(`${folder}index.cjs`))?.[1];
  if (!handler) throw new Error(`esbuild wrote no bundle for ${path}`);
  return [handler, ...bundles.map(([, output]) => output).filter((output) => output !== handler)];
}

function described(path: string, metafile: Metafile): BuiltFunction {
  const outputs = outputsOf(path, metafile);
  for (const { path: specifier } of outputs.flatMap(({ imports }) => imports)) {
    const layered = layeredPackage(specifier);
    if (layered && !carries(path, layered)) {
      throw new Error(`${path} imports ${layered}, but does not carry the layer that holds it`);
    }
  }
  return { path, bytes: outputs[0].bytes };
}
