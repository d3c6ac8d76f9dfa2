/**
 * Writes docs/shelf-life.md: how long the foods of test/data/expiry keep by the shipped rules, and
 * where from. `npm run docs:shelf-life`; a test holds the file to the rules.
 */
import { writeFileSync } from 'node:fs';
import { shelfLifeTable } from '#test/support/shelf-life-table.ts';

writeFileSync(new URL('../../docs/shelf-life.md', import.meta.url), shelfLifeTable());
