import { defineConfig } from 'vitest/config';
import { FOLDERS, MUTATED_FOLDER } from './folders.ts';

const folder = FOLDERS[process.env[MUTATED_FOLDER] ?? ''];
if (folder === undefined) throw new Error(`${MUTATED_FOLDER} names no folder of folders.ts`);

export default defineConfig({
  test: {
    include: [...folder.tests],
    globalSetup: ['test/support/database-server.ts'],
    setupFiles: ['test/support/each-file.ts'],
    silent: true,
    // No test may fail because the machine is busy: that would look like a killed mutant. Whatever
    // never ends is stopped by Stryker instead, and counted as what it is.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
  },
});
