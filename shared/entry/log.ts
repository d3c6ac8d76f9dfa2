import { Logger } from '@aws-lambda-powertools/logger';
import { ENV } from '#shared/env.ts';

/** The log of this function: one JSON line per call. Never hand it a body, a token or a key. */
export const log = new Logger({
  serviceName: process.env[ENV.functionName] ?? 'foodsave',
});
