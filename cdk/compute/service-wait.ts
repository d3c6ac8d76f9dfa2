import type { FunctionPath } from '#cdk/functions.ts';

/**
 * Milliseconds. A person is told within three seconds that a service is away: the authorizer and the
 * endpoint stand one behind the other, and the endpoint may have waited for the cache before.
 */
const AUTHORIZER_MS = 1_000;
const ENDPOINT_MS = 1_500;
/** Nobody watches a job: it may wait for a paused database to wake, which takes about 15 s. */
const JOB_MS = 20_000;

/** How long a function waits for one service, in milliseconds. */
export function serviceWaitMs(
  path: FunctionPath,
  timeoutSeconds: number,
  patience: number,
): number {
  return Math.min(usualMs(path) * patience, (timeoutSeconds * 1000) / 2);
}

function usualMs(path: FunctionPath): number {
  if (path === 'api/authorizer') return AUTHORIZER_MS;
  // The chat waits for its agents, so a person does; the other agent reads photographs for a workflow.
  const isChatAgent = path.startsWith('agents/') && path !== 'agents/ocr';
  if (path.startsWith('api/') || isChatAgent) return ENDPOINT_MS;
  return JOB_MS;
}
