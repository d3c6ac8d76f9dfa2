import { keepAsLinear, slowAmong } from './linear-expressions.ts';
import { regexLiterals } from './regex-literals.ts';
import { sourceFiles } from './source-files.ts';

/** `npm run check-expressions`: asks about every regular expression anew, and keeps them when all are linear. */
const literals = sourceFiles('shared', 'functions', 'cdk').flatMap(regexLiterals);
const slow = await slowAmong(literals);
if (slow.length === 0) keepAsLinear(literals);
for (const line of slow) console.error(line);
console.log(`${literals.length} regular expressions, ${slow.length} not linear`);
if (slow.length > 0) process.exitCode = 1;
