import { join } from 'node:path';
import { startFunctions } from '#cdk/local/functions/functions.ts';
import { openLog } from '#cdk/local/log.ts';
import {
  FUNCTION,
  FUNCTION_VERSION,
  functionsOf,
  LAYER_VERSION,
} from '#cdk/local/resources/functions.ts';
import { environmentOf, localOverrides } from '#cdk/local/runtime-environment.ts';
import type { Part } from './part.ts';

export const functions: Part = {
  types: [FUNCTION, FUNCTION_VERSION, LAYER_VERSION],
  start({ options, credentials, stack, endpoints }) {
    const log = openLog(join(options.data, 'functions.log'), options.logLevel);
    const started = startFunctions({
      functions: functionsOf(stack),
      environment: environmentOf({ credentials, endpoints, logLevel: options.logLevel }),
      overrides: localOverrides(options.databaseUrl),
      onLine: log.line,
    });
    return {
      functions: started,
      async close() {
        await started.close();
        await log.close();
      },
    };
  },
};
