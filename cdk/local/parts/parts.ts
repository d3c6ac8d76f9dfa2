import { alarms } from './alarms.ts';
import { api } from './api.ts';
import { buckets } from './buckets.ts';
import { database } from './database.ts';
import { functions } from './functions.ts';
import { issuer } from './issuer.ts';
import { lambdaEndpoint } from './lambda-endpoint.ts';
import { metrics } from './metrics.ts';
import type { Part } from './part.ts';
import { pollers } from './pollers.ts';
import { queues } from './queues.ts';
import { redis } from './redis.ts';
import { schedules } from './schedules.ts';
import { secrets } from './secrets.ts';
import { triggers } from './triggers.ts';
import { workflows } from './workflows.ts';

/** Everything the local target consists of, in the order it starts; it ends in the reverse order. */
export const PARTS: readonly Part[] = [
  metrics,
  secrets,
  database,
  redis,
  issuer,
  queues,
  buckets,
  functions,
  lambdaEndpoint,
  triggers,
  workflows,
  pollers,
  schedules,
  api,
  alarms,
];

/** Every type of the template that some part runs. */
export const TYPES = PARTS.flatMap(({ types }) => types);
