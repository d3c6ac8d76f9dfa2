import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Files a function reads at run time; they lie beside its bundle under the name given by `to`. */
const BESIDE: Record<string, { to: string; from: string[] }[]> = {
  'operations/migrate': [{ to: 'migrations', from: ['shared/database/migrations'] }],
  'api/docs': [
    {
      to: 'swagger-ui',
      from: [
        'node_modules/swagger-ui-dist/swagger-ui.css',
        'node_modules/swagger-ui-dist/swagger-ui-bundle.js',
        'node_modules/swagger-ui-dist/favicon-32x32.png',
        'node_modules/swagger-ui-dist/LICENSE',
      ],
    },
  ],
};

/** Copies what `functionPath` needs beside its bundle; a missing source is an error of the build. */
export function copyBeside(root: string, functionPath: string, bundleDirectory: string): void {
  for (const { to, from } of BESIDE[functionPath] ?? []) {
    const target = join(bundleDirectory, to);
    mkdirSync(target, { recursive: true });
    for (const source of from) {
      const path = join(root, source);
      if (!existsSync(path)) throw new Error(`${functionPath} needs ${source}, which is missing`);
      // A folder gives its content, a file itself.
      const isFile = /\.[a-z]+$|LICENSE$/.test(source);
      cpSync(path, isFile ? join(target, basename(source)) : target, { recursive: true });
    }
  }
}
