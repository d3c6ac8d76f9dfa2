import { writeFileSync } from 'node:fs';
import { SHIPPED_READINGS } from '#shared/recipes/readings/shipped-readings.ts';
import { fileFor, REVIEWED, readingsFile } from './reviewed-recipes.ts';

// Reads all shipped recipes anew: what the product ships of it, and the verdicts, with the reasons of
// before. Look at every verdict that changes (git diff) before it is committed.
writeFileSync(SHIPPED_READINGS, readingsFile());
writeFileSync(REVIEWED, fileFor());
