import { ENV, requireEnv } from '#shared/env.ts';
import { isServiceAway, ServiceAway } from '#shared/errors/service-away.ts';
import { breaker, isRefusal, type Pass } from '#shared/resilience/breaker.ts';
import type { BreakerStore } from '#shared/resilience/breaker-store.ts';
import { CircuitOpen } from '#shared/resilience/circuit-open.ts';
import { processStore } from '#shared/resilience/process-store.ts';
import { tracedEvents } from '#shared/telemetry/trace.ts';
import { agentBreaker } from './agent-breaker.ts';
import type { InvokeAgent } from './ask-agent.ts';
import { measureAgent } from './measure-agent.ts';

/** What a function writes, line by line. */
export type StreamByName = (functionName: string, request: object) => AsyncIterable<string>;

/**
 * Invokes the function of an agent for its events as they come, behind the breaker of that agent.
 * @param gone aborted when nobody waits for the answer any more, which is no fault of the agent
 */
export function invokeAgents(
  stream: StreamByName,
  breakers: BreakerStore = processStore(),
  gone?: AbortSignal,
): InvokeAgent {
  return async function* (agent, request) {
    const name = agentBreaker(agent.name);
    const pass = await breaker(name, breakers).enter();
    const measured = measureAgent(agent.name);
    if (isRefusal(pass)) {
      measured.ended('refused');
      const { retryAfterMs } = pass;
      const retryAfter = Math.ceil(retryAfterMs / 1000);
      throw new ServiceAway('assistant', new CircuitOpen(name, retryAfterMs), { retryAfter });
    }
    try {
      const lines = stream(requireEnv(ENV[agent.functionEnv]), request);
      for await (const line of tracedEvents(`invoke ${name}`, lines)) yield JSON.parse(line);
      measured.ended('answered');
      await pass.succeeded();
    } catch (error) {
      measured.ended(gone?.aborted ? 'abandoned' : 'failed');
      await (gone?.aborted ? pass.abandoned() : settle(pass, error));
      throw error;
    } finally {
      // Whoever asked may have heard enough.
      measured.ended('abandoned');
      await pass.abandoned();
    }
  };
}

/** An agent that answers with an error of its own, as of this one message, is there. */
async function settle(pass: Pass, error: unknown): Promise<void> {
  if (!isServiceAway(error)) await pass.succeeded();
  else await (error.isBusy ? pass.abandoned() : pass.failed());
}
