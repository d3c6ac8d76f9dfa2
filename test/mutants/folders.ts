/** What is mutated, and the tests that answer for it. */
export interface Mutated {
  /** Globs of source files. */
  readonly mutate: readonly string[];
  /** Globs of test files. They run for every mutant, so only those that ask something of this folder. */
  readonly tests: readonly string[];
}

/** The parts where a bug harms somebody: allergies, access, stock, requests sent twice. */
export const FOLDERS: Readonly<Record<string, Mutated>> = {
  identity: {
    mutate: ['shared/identity/**/*.ts'],
    tests: ['test/shared/identity/**/*.test.ts', 'test/functions/api/authorizer.test.ts'],
  },
  households: {
    mutate: ['shared/households/**/*.ts'],
    tests: ['test/shared/households/**/*.test.ts', 'test/functions/api/household.test.ts'],
  },
  idempotency: {
    mutate: ['shared/entry/idempotency*.ts', 'shared/entry/exchange.ts'],
    tests: [
      'test/shared/entry/idempotency*.test.ts',
      'test/shared/entry/exchange.test.ts',
      'test/shared/entry/negotiation.test.ts',
      'test/shared/entry/endpoint.test.ts',
    ],
  },
  pantry: {
    mutate: ['shared/pantry/**/*.ts'],
    tests: [
      'test/shared/pantry/**/*.test.ts',
      'test/functions/api/pantry.test.ts',
      'test/functions/api/pantry/*.test.ts',
      'test/functions/api/receipts/corrections.test.ts',
      'test/shared/expiry/observations.test.ts',
    ],
  },
  safety: {
    mutate: ['shared/safety/**/*.ts'],
    // Without the thousands of random recipes and disguises, which take seconds for each mutant.
    tests: [
      'test/shared/safety/**/!(*random-recipes|disguises).test.ts',
      'test/eval/reviewed-recipes.test.ts',
    ],
  },
};

/** How the tests of a mutated folder reach the Vitest configuration, in Stryker's child processes too. */
export const MUTATED_FOLDER = 'MUTATED_FOLDER';
