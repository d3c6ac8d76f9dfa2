import { writeFileSync } from 'node:fs';
import { fileFor, REVIEWED } from './reviewed-recipes.ts';

// Writes the verdicts of the gate about all shipped recipes anew, with the reasons of before. Look at
// every line that changes (git diff) before it is committed.
writeFileSync(REVIEWED, fileFor());
