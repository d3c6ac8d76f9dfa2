import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/database-server.ts'],
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
});
