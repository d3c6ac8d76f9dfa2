import { ENV, requireEnv } from '#shared/env.ts';
import type { InvokeAgent } from './ask-agent.ts';
import { AgentAnswer } from './contract/agent-event.ts';

/** Invokes the function of an agent for its whole answer. @param invoke a function by its name */
export function invokeAgents(
  invoke: (functionName: string, request: unknown) => Promise<unknown>,
): InvokeAgent {
  return async function* (agent, request) {
    const answer = await invoke(requireEnv(ENV[agent.functionEnv]), request);
    yield* AgentAnswer.parse(answer).events;
  };
}
