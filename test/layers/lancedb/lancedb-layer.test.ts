import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { platformFromArguments } from '#cdk/build/platform.ts';
import { temporaryDirectory } from '#test/temporary-directory.ts';
import { buildLayer } from '../../../layers/build-layer.ts';
import { stripLibraries } from '../../../layers/lancedb/strip-elf.ts';

const LAMBDA_LIMIT = 262_144_000;
/** The network of sentence vectors with its tokenizer, and the lexicon of products. */
const BESIDE = 35_000_000;
const out = temporaryDirectory();
const here = platformFromArguments([]);
const modules = join(out, 'layers/lancedb/nodejs/node_modules');
let bytes: number;

beforeAll(() => {
  mkdirSync(out, { recursive: true });
  bytes = buildLayer('lancedb', process.cwd(), out, here).bytes;
});

test('fits into Lambda together with the function that carries it', () => {
  expect(bytes + BESIDE).toBeLessThan(LAMBDA_LIMIT);
});

test('gives a function its own library, which still searches without its symbols', () => {
  const script = `(async () => {
    const { connect, Index, MatchQuery } = require('@lancedb/lancedb');
    const { Schema, Field, Utf8 } = require('apache-arrow');
    const db = await connect(${JSON.stringify(join(out, 'index'))});
    const table = await db.createEmptyTable('t', new Schema([new Field('terms', new Utf8(), false)]));
    await table.add([{ terms: 'mleko' }, { terms: 'chleb' }]);
    await table.createIndex('terms', { config: Index.fts({ withPosition: false }) });
    const found = await table.query().fullTextSearch(new MatchQuery('chleb', 'terms')).toArray();
    require('onnxruntime-node');
    process.stdout.write(found.map(({ terms }) => terms).join());
  })()`;
  const env = {
    NODE_PATH: modules,
    NODE_OPTIONS: '--experimental-require-module',
    LANCEDB_LOG: 'error',
  };
  expect(execFileSync(process.execPath, ['-e', script], { cwd: out, env, encoding: 'utf8' })).toBe(
    'chleb',
  );
});

test('what is no native library stays as it is', () => {
  const file = join(out, 'of-another-platform.node');
  writeFileSync(file, 'MZ and more');
  stripLibraries(out);
  expect(readFileSync(file, 'utf8')).toBe('MZ and more');
});
