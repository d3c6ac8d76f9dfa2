import { benchDeduct } from './deduct.ts';
import { benchEntry } from './entry.ts';
import { benchGrowth } from './growth.ts';
import { benchMatching } from './matching.ts';
import { benchRecipes } from './recipes.ts';

/** `npm run bench`: each measurement against its budget; exits 1 when one is over. */
const results = [
  ...benchMatching(),
  ...benchGrowth(),
  await benchEntry(),
  await benchDeduct(),
  await benchRecipes(),
];
for (const { name, ok, summary } of results)
  console.log(`${ok ? 'ok  ' : 'OVER'} ${name}: ${summary}`);
if (results.some(({ ok }) => !ok)) process.exitCode = 1;
