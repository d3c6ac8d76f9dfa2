import { ENV, requireEnv } from '#shared/env.ts';
import { isServiceAway, ServiceAway } from '#shared/errors/service-away.ts';
import { breaker, isRefusal, type Pass } from '#shared/resilience/breaker.ts';
import type { BreakerStore } from '#shared/resilience/breaker-store.ts';
import { CircuitOpen } from '#shared/resilience/circuit-open.ts';
import { processStore } from '#shared/resilience/process-store.ts';
import { tracedStep } from '#shared/telemetry/trace.ts';
import { agentBreaker } from './agent-breaker.ts';
import type { InvokeAgent } from './ask-agent.ts';
import { AgentAnswer } from './contract/agent-event.ts';

/**
 * Invokes the function of an agent for its whole answer, behind the breaker of that agent.
 * @param invoke a function by its name
 * @param gone aborted when nobody waits for the answer any more, which is no fault of the agent
 */
export function invokeAgents(
  invoke: (functionName: string, request: unknown) => Promise<unknown>,
  breakers: BreakerStore = processStore(),
  gone?: AbortSignal,
): InvokeAgent {
  return async function* (agent, request) {
    const name = agentBreaker(agent.name);
    const pass = await breaker(name, breakers).enter();
    if (isRefusal(pass)) {
      const { retryAfterMs } = pass;
      const retryAfter = Math.ceil(retryAfterMs / 1000);
      throw new ServiceAway('assistant', new CircuitOpen(name, retryAfterMs), { retryAfter });
    }
    const functionName = requireEnv(ENV[agent.functionEnv]);
    const answer = await tracedStep(name, () => invoke(functionName, request)).catch(
      async (error: unknown) => {
        await (gone?.aborted ? pass.abandoned() : settle(pass, error));
        throw error;
      },
    );
    await pass.succeeded();
    yield* AgentAnswer.parse(answer).events;
  };
}

/** An agent that answers with an error of its own, as of this one message, is there. */
async function settle(pass: Pass, error: unknown): Promise<void> {
  if (!isServiceAway(error)) await pass.succeeded();
  else await (error.isBusy ? pass.abandoned() : pass.failed());
}
