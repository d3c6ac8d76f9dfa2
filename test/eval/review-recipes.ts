import { writeFileSync } from 'node:fs';
import { SHIPPED_READINGS } from '#shared/recipes/readings/shipped-readings.ts';
import { DIFFERENCES, gateDifferences } from '#test/support/gate-differences.ts';
import { fileFor, REVIEWED, readingsFile } from './reviewed-recipes.ts';

// Reads all shipped recipes anew: what the product ships of it, and the verdicts, with the reasons of
// before; and the labelled texts that the gate reads otherwise. Look at every line that changes (git
// diff) before it is committed.
writeFileSync(SHIPPED_READINGS, readingsFile());
writeFileSync(REVIEWED, fileFor());
writeFileSync(DIFFERENCES, gateDifferences());
