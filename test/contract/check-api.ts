import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { build } from 'esbuild';
import { generateApi } from 'swagger-typescript-api';
import * as z from 'zod/mini';
import { newDataFolder, removeDataFolder, startSystem } from '#test/flows/system.ts';

// `npm run check:api`: starts the system, writes its API document to build/api/, lints it, makes a
// TypeScript client of it, compiles that with the calls of client-calls.ts, and runs them.

const FOLDER = resolve('build/api');
const DOCUMENT = `${FOLDER}/openapi.json`;
const Calls = z.object({ callFive: z.custom<(url: string, token: string) => Promise<void>>() });

async function lint(source: string): Promise<void> {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source, absoluteRef: DOCUMENT, config });
  for (const { severity, ruleId, message, location } of problems) {
    const [{ pointer = '' } = {}] = location;
    console.log(`${severity}  ${ruleId}: ${message.split('\n', 1)[0]} (${pointer})`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`The linter found ${errors.length} errors`);
  console.log(`Linted: no errors, ${problems.length} warnings`);
}

/** @returns how many operations the client has */
async function generateClient(): Promise<number> {
  let operations = 0;
  await generateApi({
    input: DOCUMENT,
    output: FOLDER,
    fileName: 'client.ts',
    httpClientType: 'fetch',
    generateUnionEnums: true,
    silent: true,
    hooks: {
      onCreateRoute: (route) => {
        operations += 1;
        return route;
      },
    },
  });
  return operations;
}

function typeCheck(): void {
  const compilerOptions = {
    ...{ target: 'es2024', module: 'nodenext', lib: ['es2024', 'dom', 'dom.iterable'] },
    ...{ types: ['node'], strict: true, noEmit: true, allowImportingTsExtensions: true },
  };
  const files = ['client.ts', '../../test/contract/client-calls.ts'];
  writeFileSync(`${FOLDER}/tsconfig.json`, JSON.stringify({ compilerOptions, files }));
  execFileSync('node_modules/.bin/tsc', ['-p', FOLDER], { stdio: 'inherit' });
}

async function bundledCalls(): Promise<z.output<typeof Calls>> {
  const outfile = `${FOLDER}/client-calls.mjs`;
  const entryPoints = ['test/contract/client-calls.ts'];
  await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node' });
  return Calls.parse(await import(pathToFileURL(outfile).href));
}

const data = newDataFolder();
const system = await startSystem(data);
try {
  const { apiUrl, token } = system.local;
  const source = await (await fetch(new URL('/openapi.json', apiUrl))).text();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(DOCUMENT, source);
  await lint(source);
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(JSON.parse(source));
  const documented = Object.values(paths).flatMap((methods) => Object.keys(methods)).length;
  const generated = await generateClient();
  console.log(`Generated: ${generated} of ${documented} operations`);
  if (generated !== documented) throw new Error('The generator leaves operations out');
  typeCheck();
  await (await bundledCalls()).callFive(apiUrl, token);
  console.log('Called: five operations, as documented');
} finally {
  await system.stop();
  removeDataFolder(data);
}
