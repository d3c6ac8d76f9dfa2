import * as z from 'zod/mini';
import { waitMs } from '#shared/waiting/wait-limit.ts';

const Check = z.object({
  status: z.enum(['healthy', 'unhealthy', 'not-configured']),
  latencyMs: z.nullable(z.number()),
  detail: z.optional(z.string()),
});
type Check = z.infer<typeof Check>;

const Checks = z.object({
  database: Check,
  cache: Check,
  orchestrator: Check,
  llm: Check,
  vector_store: Check,
  storage: Check,
  queue: Check,
});
const CHECK_NAMES = z.keyof(Checks).options;
export type CheckName = (typeof CHECK_NAMES)[number];

/** Without these nothing works; without the others the system is only degraded. */
const REQUIRED: readonly CheckName[] = ['database', 'storage'];

export const Health = z.object({
  status: z.enum(['healthy', 'degraded', 'unhealthy']),
  timestamp: z.iso.datetime(),
  version: z.string(),
  environment: z.string(),
  checks: Checks,
});
export type Health = z.infer<typeof Health>;

/** Checks one component; `undefined` where this version of the system has no such component. */
export type Probe = (() => Promise<string | undefined>) | undefined;

/** Checks one component. A probe resolves (perhaps with a detail) or throws. */
async function runProbe(probe: Probe, timeoutMs: number): Promise<Check> {
  if (probe === undefined) return { status: 'not-configured', latencyMs: null };
  const startedAt = performance.now();
  const latency = () => Math.round((performance.now() - startedAt) * 10) / 10;
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('no answer in time')), timeoutMs);
  try {
    const detail = await Promise.race([probe(), late.promise]);
    return { status: 'healthy', latencyMs: latency(), ...(detail !== undefined && { detail }) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'failed';
    return { status: 'unhealthy', latencyMs: latency(), detail };
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds that a component may take, however patient the installation is. */
const LIMIT_MS = 2_000;

/** Checks all components concurrently; one that is slower than a wait may be is unhealthy. */
export async function checkHealth(
  probes: Readonly<Record<CheckName, Probe>>,
  about: { readonly version: string; readonly environment: string },
  timeoutMs = Math.min(LIMIT_MS, waitMs()),
): Promise<Health> {
  const answers = await Promise.all(
    CHECK_NAMES.map(async (name) => [name, await runProbe(probes[name], timeoutMs)] as const),
  );
  const failing = answers.filter(([, { status }]) => status === 'unhealthy').map(([name]) => name);
  const requiredFails = failing.some((name) => REQUIRED.includes(name));
  return {
    status: requiredFails ? 'unhealthy' : failing.length > 0 ? 'degraded' : 'healthy',
    timestamp: new Date().toISOString(),
    ...about,
    checks: Checks.parse(Object.fromEntries(answers)),
  };
}

/** The public view: which component is healthy, without details or latencies. */
export function withoutDetails(health: Health): Health {
  const checks = Object.entries(health.checks).map(([name, { status }]) => [
    name,
    { status, latencyMs: null },
  ]);
  return { ...health, checks: Checks.parse(Object.fromEntries(checks)) };
}
