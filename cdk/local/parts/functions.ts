import { join } from 'node:path';
import { embeddedMetrics } from '#cdk/local/cloudwatch/embedded-metrics.ts';
import { countedFunctions } from '#cdk/local/cloudwatch/service-metrics.ts';
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
  start({ options, credentials, stack, endpoints, need }) {
    const metrics = need('metrics');
    const log = openLog(join(options.data, 'functions.log'), options.logLevel);
    const started = startFunctions({
      functions: functionsOf(stack),
      environment: environmentOf({ credentials, endpoints, logLevel: options.logLevel }),
      overrides: localOverrides(options.databaseUrl),
      onLine(functionName, requestId, line) {
        log.line(functionName, requestId, line);
        for (const point of embeddedMetrics(line)) metrics.add(point);
      },
    });
    return {
      functions: countedFunctions(started, (point) => metrics.add(point)),
      async close() {
        await started.close();
        await log.close();
      },
    };
  },
};
