import * as z from 'zod/mini';
import { ENV } from '#shared/env.ts';

/** Where no template says how long, as in a test: what hangs ends, and nothing else does. */
const UNCONFIGURED_MS = 120_000;

/** Kept of an invocation's time to say what it was that did not answer. */
const RESERVE_MS = 500;

const LambdaContext = z.object({
  getRemainingTimeInMillis: z.custom<() => number>((value) => typeof value === 'function'),
});

/** Milliseconds that an invocation has left; undefined without a limit. */
export type RemainingTime = () => number | undefined;

/** @param context what Lambda passes beside the event; without one, as in tests, there is no limit */
export function remainingTime(context: unknown): RemainingTime {
  const lambda = z.safeParse(LambdaContext, context);
  return () => (lambda.success ? lambda.data.getRemainingTimeInMillis() : undefined);
}

interface Invocation {
  readonly remaining: RemainingTime;
  /** Services that let a limit run out: they are not waited for a second time. */
  readonly silent: Set<string>;
}

const none = (): Invocation => ({ remaining: () => undefined, silent: new Set() });
/** An instance of a function runs one invocation at a time. */
let current = none();

/** From now on waits end before the invocation does. */
export function beginInvocation(context: unknown): void {
  current = { remaining: remainingTime(context), silent: new Set() };
}

export function endInvocation(): void {
  current = none();
}

/** Milliseconds that the template lets this function wait for one service. */
export function configuredWaitMs(): number {
  return Number(process.env[ENV.serviceWaitMs] ?? UNCONFIGURED_MS);
}

/** Milliseconds that the running invocation has left for work; infinite without a limit. */
export function timeLeftMs(): number {
  return (current.remaining() ?? Number.POSITIVE_INFINITY) - RESERVE_MS;
}

/**
 * Milliseconds for which the running invocation waits for a service from now on: every time limit for a
 * service is made here. At least one, for 0 means no limit to most clients.
 */
export function waitMs(): number {
  return Math.max(1, Math.floor(Math.min(configuredWaitMs(), timeLeftMs())));
}

/**
 * The same for a service that is not worth the whole wait. Where no template says how long to wait, this is
 * none either, so that no test depends on how busy its machine is.
 */
export function shortWaitMs(mostMs: number): number {
  return process.env[ENV.serviceWaitMs] === undefined ? waitMs() : Math.min(mostMs, waitMs());
}

/** One wait that several requests in a row share: milliseconds left of it, at least one. */
export function sharedWait(): () => number {
  const ends = performance.now() + waitMs();
  return () => Math.max(1, Math.floor(ends - performance.now()));
}

/** Notes that a service let its limit run out in this invocation. */
export function noteSilence(service: string): void {
  current.silent.add(service);
}

/** Whether a service let its limit run out in this invocation. */
export function wasSilent(service: string): boolean {
  return current.silent.has(service);
}
