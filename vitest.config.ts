import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/database-server.ts'],
    setupFiles: ['test/support/lambda-runtime.ts'],
    // What the product logs is shown only beside a test that fails.
    silent: 'passed-only',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The machine that lands the work has two cores.
    maxWorkers: 2,
  },
});
