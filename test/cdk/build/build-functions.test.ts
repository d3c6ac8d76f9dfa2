import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltFunction, buildFunctions } from '#cdk/build/build-functions.ts';
import { findFunctions } from '#cdk/build/find-functions.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { unpackLexicon } from '#shared/safety/packed-lexicon.ts';
import { temporaryDirectory } from '#test/temporary-directory.ts';

const root = process.cwd();
/** Endpoints that sign links to storage, or read it, carry the SDK's client for it, 450 KB; all others are light. */
const WITH_STORAGE = [
  'api/backup',
  'api/household-data',
  'api/receipt-images',
  'api/receipts',
  'api/upload',
];
/** Read names of food, or people's words for an allergy, with the gate, whose lexicon lies packed beside the bundle. */
const WITH_GATE = ['api/household', 'api/pantry', 'api/products'];
/** Ask Redis, which breakers rest or what was learnt before. */
const WITH_CACHE = ['api/health', 'api/knowledge', 'api/metrics'];
/** Build and judge a planning problem: recipes, lots, prices and the gate together. */
const PLANNING = ['api/meal-plans', 'api/shopping-lists'];
/** Asks Redis, another server, and checks what it answers. */
const WEATHER = 'api/forecast';
/** Ranks, judges and replaces, and reads pages of strangers: a parser of HTML, what tells languages apart. */
const RECIPES = 'api/recipes';
/** Its gate reads answers, rules read what people say of food, and its router makes vectors. */
const CHAT = 'api/chat';
/** Carries every schema of the API, and an example of each operation. */
const DOCUMENT = 'api/docs';

const HEAVIER = [
  ...[...WITH_STORAGE, ...WITH_GATE, ...WITH_CACHE, ...PLANNING],
  ...[CHAT, RECIPES, DOCUMENT, WEATHER],
];

/** A project of one function, its source given. */
function projectWith(path: string, source: string): string {
  const project = temporaryDirectory();
  mkdirSync(join(project, 'functions', path), { recursive: true });
  writeFileSync(join(project, 'functions', path, 'handler.ts'), source);
  return project;
}

/** What the bundle's handler answers, in a process of its own as Lambda would load it. */
function run(bundle: string, env: Record<string, string> = {}): string {
  const script = `require(${JSON.stringify(bundle)}).handler().then((it) => process.stdout.write(String(it)))`;
  return execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' });
}

describe('the bundles of this project', () => {
  const out = temporaryDirectory();
  let built: BuiltFunction[];

  beforeAll(async () => {
    built = await buildFunctions(root, out);
  });

  test('there is one for every handler', () => {
    expect(built.map(({ path }) => path)).toEqual(findFunctions(root));
    for (const { path, bytes } of built) {
      expect(statSync(join(out, 'functions', path, 'index.cjs')).size).toBe(bytes);
    }
  });

  test('a light endpoint is at most 250 KB', () => {
    const tooBig = built.filter(
      ({ path, bytes }) => path.startsWith('api/') && !HEAVIER.includes(path) && bytes > 250 * 1024,
    );
    expect(tooBig).toEqual([]);
  });

  test('the weather is at most 330 KB', () => {
    expect(built.find(({ path }) => path === WEATHER)?.bytes).toBeLessThan(330 * 1024);
  });

  test('one that asks Redis is at most 390 KB, one that plans at most 780 KB', () => {
    const over = (paths: readonly string[], kilobytes: number) =>
      built.filter(({ path, bytes }) => paths.includes(path) && bytes > kilobytes * 1024);
    expect(over(WITH_CACHE, 390)).toEqual([]);
    expect(over(PLANNING, 780)).toEqual([]);
  });

  test('the API document is at most 350 KB', () => {
    expect(built.find(({ path }) => path === DOCUMENT)?.bytes).toBeLessThan(350 * 1024);
  });

  test('one that asks the allergy gate is at most 480 KB', () => {
    const sizes = built.filter(({ path }) => WITH_GATE.includes(path));
    expect(sizes).toHaveLength(WITH_GATE.length);
    expect(sizes.filter(({ bytes }) => bytes > 480 * 1024)).toEqual([]);
  });

  test('the chat is at most 1,150 KB', () => {
    expect(built.find(({ path }) => path === CHAT)?.bytes).toBeLessThan(1_150 * 1024);
  });

  test('the recipes are at most 920 KB, and what they read lies beside them', () => {
    const bytes = built.find(({ path }) => path === RECIPES)?.bytes ?? 0;
    expect(bytes).toBeLessThan(920 * 1024);
    // The chat books what was cooked, by a plan or by a recipe that was shown.
    for (const path of [RECIPES, 'agents/chef', CHAT]) {
      const beside = join(out, 'functions', path, 'data');
      const recipes = JSON.parse(readFileSync(join(beside, 'recipes.json'), 'utf8'));
      expect(recipes, path).toEqual([...shippedRecipes().values()]);
      expect(existsSync(join(beside, 'shipped-readings.json')), path).toBe(true);
    }
  });

  test('the lexicon of the allergy gate lies packed beside the bundles that ask it', () => {
    for (const path of [...WITH_GATE, 'agents/chef', CHAT]) {
      const packed = readFileSync(join(out, 'functions', path, 'data/lexicon.bin'));
      const { words } = unpackLexicon(packed);
      expect(words.lemmas.length, path).toBeGreaterThan(10_000);
    }
  });

  test('the lexicon lies beside every bundle that reads it, and in none', () => {
    for (const path of ['api/pantry', 'api/products', 'steps/match-products']) {
      const beside = join(out, 'functions', path, 'data/lexicon');
      expect(readdirSync(beside), path).toEqual(readdirSync('shared/products/data/lexicon'));
      const bundle = readFileSync(join(out, 'functions', path, 'index.cjs'), 'utf8');
      expect(bundle.includes('czosnek-niedzwiedzi'), path).toBe(false);
    }
    expect(existsSync(join(out, 'functions/api/health/data'))).toBe(false);
  });

  test('the families of foods lie beside every bundle that takes lots', () => {
    for (const path of ['api/chat', 'api/pantry', RECIPES, 'agents/chef']) {
      const beside = join(out, 'functions', path, 'data');
      const families = readdirSync('shared/products/relation/data/families');
      expect(readdirSync(join(beside, 'families')), path).toEqual(families);
      expect(existsSync(join(beside, 'substitutions.json')), path).toBe(true);
    }
  });

  test('the networks lie beside the program that reads files, which the handler does not carry', () => {
    const folder = join(out, 'functions/agents/ocr');
    expect(readdirSync(join(folder, 'models'))).toEqual(
      readdirSync('shared/reading/networks/models'),
    );
    expect(readFileSync(join(folder, 'read-program.cjs'), 'utf8')).toContain('onnxruntime-node');
    expect(readFileSync(join(folder, 'index.cjs'), 'utf8')).not.toContain('onnxruntime-node');
  });

  test('the migration finds its files, the docs their viewer, beside the bundle', () => {
    const migrations = join(out, 'functions/operations/migrate/migrations');
    expect(readdirSync(migrations)).toEqual(readdirSync('shared/database/migrations'));
    const viewer = join(out, 'functions/api/docs/swagger-ui/swagger-ui-bundle.js');
    expect(statSync(viewer).size).toBeGreaterThan(100_000);
  });
});

test('a bundle resolves paths beside itself', async () => {
  const out = temporaryDirectory();
  const source = 'export const handler = async () => import.meta.url;';
  await buildFunctions(projectWith('api/sample', source), out);
  const bundle = join(out, 'functions/api/sample/index.cjs');
  expect(run(bundle)).toBe(`file://${bundle}`);
});

test('a function with the layer finds its packages there, imported or required', async () => {
  const out = temporaryDirectory();
  const layer = join(temporaryDirectory(), 'node_modules');
  mkdirSync(join(layer, 'sharp'), { recursive: true });
  writeFileSync(join(layer, 'sharp/index.js'), "module.exports = { default: 'from the layer' };");
  const source = "export const handler = async () => (await import('sharp')).default.default;";
  await buildFunctions(projectWith('agents/ocr', source), out);
  const bundle = join(out, 'functions/agents/ocr/index.cjs');
  expect(run(bundle, { NODE_PATH: layer })).toBe('from the layer');
});

test('a program that a function starts is a bundle of its own beside it', async () => {
  const out = temporaryDirectory();
  const project = projectWith('api/sample', 'export const handler = async () => 1;');
  const program = "import sharp from 'sharp'; console.log(sharp);";
  const file = join(project, 'functions/api/sample/cut-program.ts');
  writeFileSync(file, program);
  await expect(buildFunctions(project, out)).rejects.toThrow(/api\/sample imports sharp/);
  writeFileSync(file, 'console.log(2);');
  await buildFunctions(project, out);
  const bundle = join(out, 'functions/api/sample/cut-program.cjs');
  expect(execFileSync(process.execPath, [bundle], { encoding: 'utf8' })).toBe('2\n');
});

test('a function without the layer may not import its packages', async () => {
  const source = "import sharp from 'sharp'; export const handler = async () => sharp;";
  await expect(
    buildFunctions(projectWith('api/sample', source), temporaryDirectory()),
  ).rejects.toThrow(/api\/sample imports sharp, but does not carry the layer/);
});

test('a second build leaves nothing of the first', async () => {
  const out = temporaryDirectory();
  const source = 'export const handler = async () => 1;';
  await buildFunctions(projectWith('api/gone', source), out);
  await buildFunctions(projectWith('api/here', source), out);
  expect(existsSync(join(out, 'functions/api/gone'))).toBe(false);
  expect(readFileSync(join(out, 'functions/api/here/index.cjs'), 'utf8')).toContain('handler');
});
