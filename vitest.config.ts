import { defineConfig } from 'vitest/config';

/**
 * Coverage counts the lines of `shared/`, and V8 counts them in everything that runs: tests that draw
 * pictures or try thousands of cases take up to three times as long. These have nothing to add to the
 * count, so `npm test` runs them apart: `--mode=covered` leaves them out, `--mode=uncovered` has no other.
 */
const UNCOVERED = [
  'test/*.test.ts',
  'test/{cdk,eval,flows,layers,synthetic}/**/*.test.ts',
  'test/functions/agents/ocr/busy-machine.test.ts',
  'test/shared/products/{allergens-kept,choices,match-rate}.test.ts',
  'test/shared/reading/{cut-off,phone-files}.test.ts',
  'test/shared/reading/{layout/line-strips,textract/textract-votes}.test.ts',
  'test/shared/receipts/fuzz.test.ts',
  'test/shared/recipes/meals/random-meals.test.ts',
  'test/shared/safety/{disguises,families,random-recipes,hidden-forms.random-recipes}.test.ts',
];

/**
 * Rules that read texts and hold nothing between calls but what they remember: their tests share a
 * process, so that the allergy gate's lexicon is loaded twice a run instead of once a file. Tests with a
 * database have a process each, for the product keeps its connections.
 */
const RULES = [
  'test/functions/agents/chef/!(session).test.ts',
  'test/shared/{cooking-requests,notices,statements}/**/*.test.ts',
  'test/shared/{dates,language,quantities,safety}/**/*.test.ts',
  'test/shared/expiry/!(observations).test.ts',
  'test/shared/products/!(gtin-store|nameless).test.ts',
  'test/shared/products/relation/**/*.test.ts',
  'test/shared/receipts/{balance,choose,matching,parse}/**/*.test.ts',
  'test/shared/recipes/**/*.test.ts',
];

const ALL = 'test/**/*.test.ts';
const DATABASE = { globalSetup: ['test/support/database-server.ts'] };
/** Flows start the whole system as well. */
const SYSTEM = { globalSetup: [...DATABASE.globalSetup, 'test/support/flow-build.ts'] };
const TESTS = {
  covered: {
    projects: [
      {
        extends: true as const,
        test: { name: 'rules', include: RULES, exclude: UNCOVERED, isolate: false },
      },
      {
        extends: true as const,
        test: { ...DATABASE, name: 'others', include: [ALL], exclude: [...UNCOVERED, ...RULES] },
      },
    ],
  },
  uncovered: { ...SYSTEM, include: UNCOVERED },
  all: { ...SYSTEM, include: [ALL] },
};

export default defineConfig(({ mode }) => ({
  test: {
    ...(mode === 'covered' || mode === 'uncovered' ? TESTS[mode] : TESTS.all),
    // See test/support/drawn.ts.
    env: { THOROUGH: mode === 'thorough' ? '1' : '0' },
    setupFiles: ['test/support/lambda-runtime.ts'],
    // What the product logs is shown only beside a test that fails.
    silent: 'passed-only',
    // They end what hangs, and are no measurement: beside other work all takes ten times as long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // The machine that lands the work has two cores.
    maxWorkers: 2,
    reporters: ['default', './test/support/closing-report.ts'],
    coverage: {
      // All of it: rules, SQL and entry alike. What runs only inside the started system does not count.
      include: ['shared/**/*.ts'],
      exclude: ['**/*.d.ts'],
      reporter: ['json-summary'],
      thresholds: { lines: 95 },
    },
  },
}));
