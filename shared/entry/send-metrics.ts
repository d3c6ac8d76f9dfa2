import { openRedisPipeline } from '#shared/clients/redis-pipeline.ts';
import { ENV } from '#shared/env.ts';
import { metricsSender } from '#shared/telemetry/send-recorded.ts';
import { configuredWaitMs } from '#shared/waiting/wait-limit.ts';

/** Of what a service may take: 50 ms where a person waits, and longer where the installation is patient. */
const SHARE = 1 / 30;

const sender = metricsSender(openRedisPipeline, () => configuredWaitMs() * SHARE);

const hasRedis = () => Boolean(process.env[ENV.redisSecret]);

/** At the beginning of an invocation that will send metrics: waits for nothing. */
export function prepareMetrics(): void {
  if (hasRedis()) sender.prepare();
}

/**
 * Behind the answer of an invocation, before its instance may be frozen. What a function without Redis
 * records goes nowhere.
 */
export async function sendMetrics(): Promise<void> {
  if (hasRedis()) await sender.send();
}
