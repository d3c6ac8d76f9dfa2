import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildFunctions } from '#cdk/build/build-functions.ts';
import { LAYER_PACKAGES } from '#cdk/build/layer-packages.ts';
import { LAMBDA_PLATFORM, platformFromArguments } from '#cdk/build/platform.ts';
import { temporaryDirectory } from '#test/temporary-directory.ts';
import { buildLayer } from '../../../layers/build-layer.ts';
import { packageClosure } from '../../../layers/package-closure.ts';

const LAMBDA_LIMIT = 250 * 1024 * 1024;
const out = temporaryDirectory();
const here = platformFromArguments([]);
const modules = join(out, 'layers/imaging/nodejs/node_modules');

/** What is opened of a package, where it is not its main module. */
const ENTRIES = new Map([
  ['@tesseract.js-data/pol', '@tesseract.js-data/pol/package.json'],
  ['@tesseract.js-data/eng', '@tesseract.js-data/eng/package.json'],
  ['pdfjs-dist', 'pdfjs-dist/legacy/build/pdf.mjs'],
]);

/** Runs a script that finds packages in the layer only, as a bundle on Lambda does. */
function runWithLayer(script: string): string {
  const env = { NODE_PATH: modules, NODE_OPTIONS: '--experimental-require-module' };
  return execFileSync(process.execPath, ['-e', script], { cwd: out, env, encoding: 'utf8' });
}

describe('the built layer', () => {
  let bytes: number;
  beforeAll(() => {
    bytes = buildLayer('imaging', process.cwd(), out, here).bytes;
  });

  test('fits into Lambda together with the function that carries it', async () => {
    const functions = await buildFunctions(process.cwd(), join(out, 'bundles'));
    const carried = functions.find(({ path }) => path === 'agents/ocr')?.bytes ?? 0;
    expect(bytes + carried).toBeLessThan(LAMBDA_LIMIT);
  });

  test.each(LAYER_PACKAGES.imaging.packages)('gives %s to a function', (name) => {
    const module = ENTRIES.get(name) ?? name;
    expect(runWithLayer(`process.stdout.write(typeof require('${module}'))`)).toMatch(
      /object|function/,
    );
  });

  test('decodes and encodes an image with its own sharp', () => {
    const script = `require('sharp')({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png().toBuffer().then((png) => process.stdout.write(png.subarray(1, 4)))`;
    expect(runWithLayer(script)).toBe('PNG');
  });

  test('holds the Polish and English data of the quick engine, and not the slow one', () => {
    for (const language of ['pol', 'eng']) {
      const data = join(modules, '@tesseract.js-data', language);
      const file = join(data, '4.0.0_best_int', `${language}.traineddata.gz`);
      expect(statSync(file).size).toBeGreaterThan(1_000_000);
      expect(existsSync(join(data, '4.0.0'))).toBe(false);
    }
  });

  test('is kept while nothing changed, and made anew for another platform', () => {
    expect(buildLayer('imaging', process.cwd(), out, here).reused).toBe(true);
  });
});

test('what is deployed is chosen by name, else this machine’s', () => {
  expect(platformFromArguments(['--for=lambda'])).toEqual(LAMBDA_PLATFORM);
  expect(here).toEqual({ os: process.platform, cpu: process.arch });
});

describe('the closure of packages', () => {
  const packages = {
    '': {},
    'node_modules/a': {
      version: '1.0.0',
      dependencies: { b: '2' },
      optionalDependencies: { gone: '1' },
    },
    'node_modules/b': { version: '1.0.0' },
    'node_modules/a/node_modules/b': { version: '2.0.0', dependencies: { c: '1' } },
    'node_modules/c': { version: '1.0.0', dependencies: { a: '1' } },
  };

  test('follows dependencies as Node does, the nearest folder first, round trips included', () => {
    expect([...packageClosure({ packages }, ['a'])]).toEqual([
      ['node_modules/a', '1.0.0'],
      ['node_modules/a/node_modules/b', '2.0.0'],
      ['node_modules/c', '1.0.0'],
    ]);
  });

  test('names a package that the lockfile lacks', () => {
    expect(() => packageClosure({ packages }, ['missing'])).toThrow(/missing, needed by the layer/);
  });
});
