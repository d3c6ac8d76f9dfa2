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

/** Rules that read texts and need no service: their tests start none. */
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

/**
 * Files of tests share a process, so that what takes seconds to load (the allergy gate's lexicon, the
 * products, the SDKs) is loaded once a process instead of once a file. These need one of their own: what
 * the product reads of its surroundings once (an address, the issuer, the size of a function) or keeps
 * for minutes (who is away) is what they are about.
 */
const OWN_PROCESS = [
  'test/functions/{helpers,stores}-away.test.ts',
  'test/functions/agents/{injections,weather/agent}.test.ts',
  'test/functions/api/{forecast,health,metrics}.test.ts',
  'test/functions/api/chat/stream.test.ts',
  'test/functions/workers/{index-documents,start-receipt}.test.ts',
  'test/shared/identity/bearer.test.ts',
  'test/shared/llm/{configured-language-model,embedders}.test.ts',
  'test/shared/reading/textract-limit.test.ts',
  // Readings that other tests asked for first are kept for the process.
  'test/shared/recipes/readings/recipe-reading.test.ts',
  'test/shared/telemetry/{invocation-line,record,trace}.test.ts',
  'test/shared/uploads/batch.test.ts',
];

/** Measures the memory of its process, which other files would have filled. */
const MEMORY = 'test/eval/regression.test.ts';
const ALL = 'test/**/*.test.ts';
const FLOWS = 'test/flows/**/*.test.ts';
const DATABASE = { globalSetup: ['test/support/database-server.ts'] };
/** What flows start is built before the first of them, and one system started for those that share it. */
const SYSTEM = { globalSetup: ['test/flows/shared-system.ts'] };

const project = (name: string, test: object) => ({
  extends: true as const,
  test: { name, ...test },
});
const COVERED = [
  project('rules', { include: RULES, exclude: [...UNCOVERED, ...OWN_PROCESS], isolate: false }),
  project('others', {
    ...DATABASE,
    include: [ALL],
    exclude: [...UNCOVERED, ...RULES, ...OWN_PROCESS],
    isolate: false,
  }),
  project('own process', { ...DATABASE, include: OWN_PROCESS }),
];
const APART = [
  project('flows', { ...SYSTEM, include: [FLOWS], isolate: false }),
  project('heavy', { ...DATABASE, include: UNCOVERED, exclude: [FLOWS, MEMORY], isolate: false }),
  project('memory', { include: [MEMORY] }),
];

export default defineConfig(({ mode }) => ({
  test: {
    projects: [...(mode === 'uncovered' ? [] : COVERED), ...(mode === 'covered' ? [] : APART)],
    // See test/support/drawn.ts.
    env: { THOROUGH: mode === 'thorough' ? '1' : '0' },
    setupFiles: ['test/support/each-file.ts'],
    // What the product logs is shown only beside a test that fails.
    silent: 'passed-only',
    // They end what hangs, and are no measurement: beside other work all takes ten times as long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // The machine that lands the work has two cores, and tests wait for services a tenth of their time.
    maxWorkers: 3,
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
