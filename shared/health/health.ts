import * as z from 'zod/mini';

const Check = z.object({
  status: z.enum(['healthy', 'unhealthy', 'not-configured']),
  latencyMs: z.nullable(z.number()),
  detail: z.optional(z.string()),
});
type Check = z.infer<typeof Check>;

const CHECK_NAMES = [
  'database',
  'cache',
  'orchestrator',
  'llm',
  'vector_store',
  'storage',
  'queue',
] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

/** Without these nothing works; without the others the system is only worse. */
const VITAL: readonly CheckName[] = ['database', 'storage'];

export const Health = z.object({
  status: z.enum(['healthy', 'degraded', 'unhealthy']),
  timestamp: z.iso.datetime(),
  version: z.string(),
  environment: z.string(),
  checks: z.record(z.enum(CHECK_NAMES), Check),
});
export type Health = z.infer<typeof Health>;

/** What a part is asked with; `undefined` where this version of the system has no such part. */
export type Probe = (() => Promise<string | undefined>) | undefined;

/** How slow a part is its latency says; only one that does not answer at all is unwell. */
export const PROBE_LIMIT_MS = 10_000;

/** Asks one part. A probe resolves (perhaps with a remark) or throws. */
async function ask(probe: Probe, timeoutMs: number): Promise<Check> {
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

/** Asks every part at once. */
export async function examine(
  probes: Readonly<Record<CheckName, Probe>>,
  about: { readonly version: string; readonly environment: string },
  timeoutMs = PROBE_LIMIT_MS,
): Promise<Health> {
  const answers = await Promise.all(
    CHECK_NAMES.map(async (name) => [name, await ask(probes[name], timeoutMs)] as const),
  );
  const sick = answers.filter(([, { status }]) => status === 'unhealthy').map(([name]) => name);
  const vital = sick.some((name) => VITAL.includes(name));
  return {
    status: vital ? 'unhealthy' : sick.length > 0 ? 'degraded' : 'healthy',
    timestamp: new Date().toISOString(),
    ...about,
    checks: Health.shape.checks.parse(Object.fromEntries(answers)),
  };
}

/** What a stranger may know: which part is well, not what it says or how quick it is. */
export function withoutDetails(health: Health): Health {
  const checks = Object.entries(health.checks).map(([name, { status }]) => [
    name,
    { status, latencyMs: null },
  ]);
  return { ...health, checks: Health.shape.checks.parse(Object.fromEntries(checks)) };
}
